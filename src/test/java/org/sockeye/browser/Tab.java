package org.sockeye.browser;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** One page of a browser. Each method first turns to this page, which brings it to the front if it was not spoken to last. */
final class Tab {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ChromeDriver driver;
    private final String handle;

    Tab(ChromeDriver driver, String handle) {
        this.driver = driver;
        this.handle = handle;
    }

    Tab open(String url) {
        here().get(url);
        return this;
    }

    /** Opens the example, logs in, and waits until it is connected. */
    Tab openChat(String url, String name) {
        return open(url).logIn(name);
    }

    /** Logs in to the example, and waits until it is connected. */
    Tab logIn(String name) {
        return type("name", name).submit("password", "sockeye").seesExactly("#status", "Connected");
    }

    /** Opens the example, logs in, and enters a room. */
    Tab enterChat(String url, String name, String room) {
        openChat(url, name).submit("room", room);
        return seesExactly("#room-name", room).sees("#people", name);
    }

    /** Runs a script in each page of this tab before the page's own. */
    Tab runBeforeEachPage(String script) {
        here().executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
        return this;
    }

    Tab reload() {
        here().navigate().refresh();
        return this;
    }

    Tab forgetCookies() {
        here().manage().deleteAllCookies();
        return this;
    }

    Tab type(String id, String text) {
        WebElement field = here().findElement(By.id(id));
        field.clear();
        field.sendKeys(text);
        return this;
    }

    Tab press(CharSequence... keys) {
        here().switchTo().activeElement().sendKeys(keys);
        return this;
    }

    Tab submit(String id, String text) {
        return type(id, text).press(Keys.ENTER);
    }

    /** Says something in the example to one person only, or to everyone in the room: to the name "". */
    Tab writeTo(String name, String text) {
        return to(name).submit("text", text);
    }

    /** Chooses for whom the next messages are. */
    Tab to(String name) {
        String css = "#to option[value='" + name + "']";
        return waitsFor("document.querySelector(arguments[0]) !== null", css).click(css);
    }

    Tab click(String css) {
        here().findElement(By.cssSelector(css)).click();
        return this;
    }

    String text(String css) {
        return here().findElement(By.cssSelector(css)).getText();
    }

    /** Waits until an element has this among its text. */
    Tab sees(String css, String text) {
        return waitsFor(
                "[...document.querySelectorAll(arguments[0])].some(e => e.innerText.includes(arguments[1]))",
                css,
                text);
    }

    /** Waits until an element's whole text is this. */
    Tab seesExactly(String css, String text) {
        return waitsFor("document.querySelector(arguments[0])?.innerText.trim() === arguments[1]", css, text);
    }

    /** Waits until a JavaScript expression is true. */
    Tab waitsFor(String expression, Object... arguments) {
        here();
        new WebDriverWait(driver, PATIENCE)
                .withMessage(() -> expression + " did not become true; the page shows: " + text("body"))
                .until(any -> Boolean.TRUE.equals(evaluate(expression, arguments)));
        return this;
    }

    @Nullable
    Object evaluate(String expression, Object... arguments) {
        return here().executeScript("return " + expression + ";", arguments);
    }

    void close() {
        here().close();
        driver.switchTo().window(driver.getWindowHandles().iterator().next());
    }

    /** Puts another tab in front, so that this page is hidden for as long as no other page of this browser is spoken to. */
    Tab hide() {
        here().executeCdpCommand("Target.createTarget", Map.of("url", "about:blank"));
        return waitsFor("document.hidden");
    }

    private ChromeDriver here() {
        if (!driver.getWindowHandle().equals(handle)) {
            driver.switchTo().window(handle);
        }
        return driver;
    }
}

package org.sockeye.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium with a profile of its own. */
final class Browser implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** Selenium warns of DevTools interfaces of its own that are not used here. Held, or the level would be forgotten. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    static {
        SELENIUM.setLevel(Level.SEVERE);
    }

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Whether there is a browser; if not, this says so loudly, and the tests that ask are skipped. */
    static boolean isInstalled() {
        boolean installed = chromium().isPresent() && chromedriver().isPresent();
        if (!installed) {
            System.err.println("TESTS IN A BROWSER ARE SKIPPED: chromium and chromedriver are not both on the PATH");
        }
        return installed;
    }

    static Browser start() {
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver().orElseThrow().toFile())
                .build();
        return new Browser(new ChromeDriver(service, options(chromium().orElseThrow())));
    }

    private static Optional<Path> chromium() {
        return onPath("chromium", "chromium-browser", "google-chrome");
    }

    private static Optional<Path> chromedriver() {
        return onPath("chromedriver");
    }

    private static ChromeOptions options(Path chromium) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=en-GB",
                "--user-data-dir=" + newDirectory());
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        return options;
    }

    /** Allows a site to show notifications, as a user would in the browser's own dialogue. */
    void allowNotifications(String origin) {
        Map<String, Object> permission = Map.of("name", "notifications");
        driver.executeCdpCommand(
                "Browser.setPermission", Map.of("permission", permission, "setting", "granted", "origin", origin));
    }

    /** The page that the browser shows first. */
    Tab firstTab() {
        return new Tab(driver, driver.getWindowHandle());
    }

    /** A window of its own: what is shown in others stays visible. */
    Tab newWindow() {
        driver.switchTo().newWindow(WindowType.WINDOW);
        return firstTab();
    }

    /** What the pages wrote on the browser's console since the last call, violations of the security policy among it. */
    Stream<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(entry -> entry.getMessage());
    }

    /** Writes {@code target/screenshots/NAME-*.png} of the tab last spoken to: on a desk and on a phone, by day and by night. */
    void screenshot(String name) {
        for (String theme : List.of("light", "dark")) {
            Map<String, Object> feature = Map.of("name", "prefers-color-scheme", "value", theme);
            driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
            screenshot(name + "-desk-" + theme, 1280, 800);
            screenshot(name + "-phone-" + theme, 390, 780);
        }
    }

    private void screenshot(String name, int width, int height) {
        Map<String, Object> metrics = Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false);
        driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", metrics);
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static Optional<Path> onPath(String... names) {
        return Arrays.stream(names)
                .flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "browser")), "profile")
                    .toAbsolutePath();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

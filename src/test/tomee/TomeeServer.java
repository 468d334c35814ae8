import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import org.apache.tomee.embedded.Configuration;
import org.apache.tomee.embedded.Container;

/**
 * TomEE in a process of its own, for the integration tests. It does what it is told line by line, {@code deploy FILE} or
 * {@code undeploy NAME}, answers each with one line that begins with {@code >}, and stops when there is no more to read. Whatever
 * else it says is its log.
 */
public class TomeeServer {

    private static final PrintStream ANSWERS = System.out;

    private final Container tomee = new Container();

    /** Arguments: the port, the folder that it may write to, and users with password and roles: {@code a=password=role=role,b=...}. */
    public static void main(String[] arguments) throws Exception {
        System.setOut(System.err);
        TomeeServer server = new TomeeServer();
        server.tomee.setup(configuration(Integer.parseInt(arguments[0]), arguments[1], arguments[2]));
        server.tomee.start();
        answer("started");
        server.serve();
        server.tomee.stop();
        System.exit(0);
    }

    private static Configuration configuration(int port, String folder, String users) {
        Configuration configuration = new Configuration();
        configuration.setHost("127.0.0.1");
        configuration.setHttpPort(port);
        configuration.setDir(folder);
        Properties properties = new Properties();
        properties.setProperty("connector.attributes.address", "127.0.0.1");
        configuration.setProperties(properties);
        for (String user : users.split(",")) {
            add(user.split("="), configuration);
        }
        return configuration;
    }

    private static void add(String[] user, Configuration configuration) {
        configuration.user(user[0], user[1]);
        configuration.role(user[0], String.join(",", Arrays.copyOfRange(user, 2, user.length)));
    }

    private void serve() throws IOException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] words = order.split(" ", 2);
            try {
                obey(words[0], words[1]);
                answer("done");
            } catch (Exception | LinkageError failed) {
                failed.printStackTrace();
                answer("failed: " + causes(failed));
            }
        }
    }

    private void obey(String verb, String what) throws Exception {
        if (verb.equals("deploy")) {
            File war = new File(what);
            tomee.deploy(war.getName().replace(".war", ""), war);
        } else {
            tomee.undeploy(what);
        }
    }

    private static String causes(Throwable failed) {
        StringBuilder causes = new StringBuilder();
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            causes.append(cause).append(" | ");
        }
        return causes.toString().replace('\n', ' ').replace('\r', ' ');
    }

    private static void answer(String answer) {
        ANSWERS.println("> " + answer);
        ANSWERS.flush();
    }
}

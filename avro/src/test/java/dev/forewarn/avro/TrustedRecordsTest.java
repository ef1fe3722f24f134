package dev.forewarn.avro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TrustedRecordsTest {

    /** Classes of its own stand for a process of its own, in which nothing was called before. */
    @Test
    void firstThingThatAProcessDoesMayBeABuilder() throws Exception {
        URL[] classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(TrustedRecordsTest::url)
                .toArray(URL[]::new);
        try (URLClassLoader fresh = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            Class<?> samples = fresh.loadClass(FirstUse.class.getName());
            assertThat(samples).isNotSameAs(FirstUse.class);
            assertThat(samples.getMethod("buildsAnEvent").invoke(null)).isEqualTo("ASSERT");
        }
    }

    /** Public for the other class loader. */
    public static final class FirstUse {

        private FirstUse() {}

        public static String buildsAnEvent() {
            return Samples.smallEvent().getOp().name();
        }
    }

    private static URL url(String file) {
        try {
            return Path.of(file).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}

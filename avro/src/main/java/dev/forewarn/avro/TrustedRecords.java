package dev.forewarn.avro;

import org.apache.avro.Conversion;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Makes Avro trust the classes of this package, in any process, before the first of them is used.
 *
 * <p>Since 1.12.2 Avro refuses to load a class that a schema names unless the process has said that it is trusted; that
 * holds for generated classes too, even when a builder fills in a default. A system property would have to be given to
 * every process, of Flink as well, and a call could come too late. But each generated class makes a
 * {@code SpecificData} when it is loaded, and that asks the service loader for conversions, so this class poses as one
 * (for a logical type that no schema has). Drop it when Avro trusts generated classes again.
 */
public final class TrustedRecords extends Conversion<TrustedRecords> {

    private static final String PACKAGE = TrustedRecords.class.getPackageName() + ".";

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                type -> type.getName().startsWith(PACKAGE), ClassSecurityValidator.getGlobal()));
    }

    /** For the service loader. */
    public TrustedRecords() {}

    @Override
    public Class<TrustedRecords> getConvertedType() {
        return TrustedRecords.class;
    }

    @Override
    public String getLogicalTypeName() {
        return PACKAGE + "trusted-records";
    }
}

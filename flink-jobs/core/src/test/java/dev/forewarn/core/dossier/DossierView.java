package dev.forewarn.core.dossier;

/** Looks into a packed dossier, for tests of other packages. */
public final class DossierView {

    private DossierView() {}

    /** The rows as bytes, without clock and alerts. */
    public static byte[] factBytes(byte[] packed) {
        return DossierFormat.read(packed).book.toBytes();
    }
}

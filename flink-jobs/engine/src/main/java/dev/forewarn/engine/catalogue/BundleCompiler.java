package dev.forewarn.engine.catalogue;

import dev.forewarn.engine.document.Fault;
import dev.forewarn.engine.operator.CatalogueCompiler;

/** Compiles bundles for the job with the reader that the command line uses too. */
public final class BundleCompiler implements CatalogueCompiler {

    private static final long serialVersionUID = 1L;

    @Override
    public Outcome compile(String text) {
        CatalogueReader.Result result = CatalogueReader.read(text);
        if (result instanceof CatalogueReader.Faulty faulty) {
            return new Faulty(faulty.faults().stream().map(Fault::toString).toList());
        }
        return new Compiled(((CatalogueReader.Read) result).bundle().catalogue());
    }
}

package dev.forewarn.console.catalogue;

import dev.forewarn.console.ingest.Message.Bundle;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Parts that know the catalogue, put together by hand, and a small catalogue. */
public final class TestCatalogue {

    private TestCatalogue() {}

    public static Outcomes outcomes(DataSource source) {
        return new Outcomes(new LiveBundle(JdbcClient.create(source)));
    }

    public static Headings headings(DataSource source) {
        return new Headings(new LiveBundle(JdbcClient.create(source)));
    }

    /** A catalogue with two outcomes, two headings and a source. */
    public static Bundle bundle(String stage) {
        return new Bundle(stage, """
                forewarn-catalogue 1
                === handling.yaml 4
                handling:
                  outcomes:
                    corrected: {name: {zh: 已改正, en: corrected}, meaning: confirmed}
                    nothing: {name: {zh: 未发现, en: nothing found}, meaning: refuted}
                === general.yaml 5
                groups:
                  G3: {name: {zh: 监管信息, en: supervision}}
                  G3.2: {name: {zh: 监督检查, en: inspections}, parent: G3}
                sources:
                  inspection: {name: {zh: 检查系统, en: inspections}}
                """, "li", "wang", "first");
    }
}

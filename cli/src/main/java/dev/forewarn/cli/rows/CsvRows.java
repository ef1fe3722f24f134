package dev.forewarn.cli.rows;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of RFC 4180: a header, then records of as many fields; quotes may enclose delimiters and line ends. */
final class CsvRows extends RowReader {

    private static final int RECORD_CHARS_LIMIT = 16 << 20;
    private static final char DECODING_FAILED = '\uFFFD';

    private final String file;
    private final String charset;
    private final Columns columns;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;

    private CsvRows(
            String file,
            String charset,
            CountedBytes bytes,
            Columns columns,
            CsvReader<CsvRecord> reader,
            CloseableIterator<CsvRecord> records) {
        super(bytes);
        this.file = file;
        this.charset = charset;
        this.columns = columns;
        this.reader = reader;
        this.records = records;
    }

    static CsvRows open(String file, CountedBytes bytes, InputStream plain, RowFormat format) throws IOException {
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(format.delimiter())
                .allowExtraFields(true)
                .allowMissingFields(true)
                .maxBufferSize(RECORD_CHARS_LIMIT)
                .build(
                        CsvRecordHandler.of(handler -> handler.maxFieldSize(RECORD_CHARS_LIMIT)),
                        textOf(plain, format.charset()));
        CloseableIterator<CsvRecord> records = reader.iterator();
        try {
            if (!records.hasNext()) {
                throw new UnreadableFile("a CSV file begins with a header row; got an empty file: " + file);
            }
            return new CsvRows(file, format.charset().name(), bytes, header(file, records.next()), reader, records);
        } catch (CsvParseException e) {
            throw new UnreadableFile("the header of " + file + " is not CSV: " + e.getMessage());
        }
    }

    private static Columns header(String file, CsvRecord first) throws UnreadableFile {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String field : first.getFields()) {
            String name = field.strip();
            if (!seen.add(name)) {
                throw new UnreadableFile(
                        "a header names each column once; got '" + name + "' twice in line 1 of " + file);
            }
            names.add(name);
        }
        return new Columns(names);
    }

    @Override
    public List<String> header() {
        return columns.names();
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord record = records.next();
            String[] fields = record.getFields().toArray(String[]::new);
            return new Row(file, record.getStartingLineNumber(), new RowValues(columns, fields), damage(fields));
        } catch (CsvParseException e) {
            throw new UnreadableFile(file + " cannot be read on: " + e.getMessage());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private @Nullable String damage(String[] fields) {
        int expected = columns.names().size();
        if (fields.length != expected) {
            return "a row has as many columns as the header, " + expected + "; got " + fields.length;
        }
        for (int i = 0; i < fields.length; i++) {
            if (fields[i].indexOf(DECODING_FAILED) >= 0) {
                return "the text is " + charset + "; got other bytes in column '"
                        + columns.names().get(i) + "'";
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        reader.close();
        super.close();
    }
}

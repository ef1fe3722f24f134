package dev.forewarn.core.dossier;

import dev.forewarn.core.bytes.Packer;
import dev.forewarn.core.bytes.Unpacker;
import dev.forewarn.core.handling.Handling;
import dev.forewarn.core.handling.HandlingState;
import java.util.ArrayList;
import java.util.List;

/** The packed handling of one alert. */
final class HandlingFormat {

    private HandlingFormat() {}

    static void write(Handling handling, Packer packer) {
        packer.writeByte(handling.state().code());
        packer.writeSigned(handling.sinceMs());
        packer.writeSigned(handling.startMs());
        packer.writeSigned(handling.dueMs());
        packer.writeVar(handling.missed());
        packer.writeText(handling.unit());
        packer.writeText(handling.outcome());
        packer.writeText(handling.caseNumber());
        packer.writeText(handling.finding().type());
        packer.writeText(handling.finding().recordKey());
        packer.writeSigned(handling.suppressedUntilMs());
        packer.writeVar(handling.steps().size());
        handling.steps().forEach(packer::writeFixed64);
    }

    static Handling read(Unpacker unpacker) {
        HandlingState state = HandlingState.ofCode(unpacker.readByte());
        long sinceMs = unpacker.readSigned();
        long startMs = unpacker.readSigned();
        long dueMs = unpacker.readSigned();
        int missed = (int) unpacker.readVar();
        String unit = unpacker.readText();
        String outcome = unpacker.readText();
        String caseNumber = unpacker.readText();
        String findingType = unpacker.readText();
        String findingKey = unpacker.readText();
        long suppressedUntilMs = unpacker.readSigned();
        int count = unpacker.readCount();
        List<Long> steps = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            steps.add(unpacker.readFixed64());
        }
        return new Handling(
                state,
                sinceMs,
                startMs,
                dueMs,
                missed,
                unit,
                outcome,
                caseNumber,
                new Handling.Finding(findingType, findingKey),
                suppressedUntilMs,
                steps);
    }
}

package dev.forewarn.engine.operator;

import dev.forewarn.core.dossier.Turn;

/** Hears what has become of an entity, and says it. */
interface Voice {

    /** What a step has to say. */
    void say(Turn turn);

    /** A dossier of so many bytes has been stored. */
    void stored(int bytes);
}

package dev.latido.change;

import java.io.Serializable;

/** What was read of a topic of changes: a {@link Change}, or what is wrong with it. */
public interface Request extends Serializable {

    ChangeKind kind();

    /** Name of the one thing that is to change. */
    String subject();

    /** Who asks for it; empty where nobody is named. */
    String by();

    /** Why; empty where that is not said. */
    String reason();
}

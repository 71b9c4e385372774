package io.fairlead.application.operating;

import io.fairlead.application.administration.Precondition;
import io.fairlead.domain.operating.FaultScriptText;

/** The faults that the simulated hubs of all nodes shall have; a node's own file of faults goes before them. */
public interface FaultScripts {
    /** The script in force; an empty text when there is none. */
    FaultScriptText get();

    /** Replaces the script; its counts begin anew on every node. */
    FaultScriptText put(String text, Precondition precondition, Operator by);
}

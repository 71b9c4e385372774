package io.fairlead.application.move;

/**
 * What a move must do between any two hubs, of one registry or of two: the states and refusals, the server's death and
 * sleep, hubs that fail, and everybody else's interference.
 */
public interface MoveContract
        extends MoveStateContract, MoveCrashContract, MoveFaultContract, MoveInterferenceContract {}

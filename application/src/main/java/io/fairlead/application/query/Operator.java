package io.fairlead.application.query;

/** How a value is compared with a literal. */
public enum Operator {
    EQUAL,
    UNEQUAL,
    LESS,
    AT_MOST,
    GREATER,
    AT_LEAST;

    /** Whether it needs an order, not only equality. */
    public boolean isOrder() {
        return this != EQUAL && this != UNEQUAL;
    }

    /** The operator that says the same with its sides exchanged. */
    public Operator turned() {
        return switch (this) {
            case LESS -> GREATER;
            case AT_MOST -> AT_LEAST;
            case GREATER -> LESS;
            case AT_LEAST -> AT_MOST;
            case EQUAL, UNEQUAL -> this;
        };
    }

    /** @param comparison of the value with the literal, as a {@link java.util.Comparator} gives it */
    boolean holds(int comparison) {
        return switch (this) {
            case EQUAL -> comparison == 0;
            case UNEQUAL -> comparison != 0;
            case LESS -> comparison < 0;
            case AT_MOST -> comparison <= 0;
            case GREATER -> comparison > 0;
            case AT_LEAST -> comparison >= 0;
        };
    }

    /** What two values of different types are: unequal, and in no order. */
    Truth ofDifferentTypes() {
        return isOrder() ? Truth.UNKNOWN : Truth.of(this == UNEQUAL);
    }
}

package io.fairlead.adapters.wire.enrollment;

/** What is to be done with all items of a bulk request (DPS {@code OperationMode}). */
enum BulkMode {
    CREATE,
    UPDATE,
    /** {@code updateIfMatchETag}. */
    UPDATE_IF_MATCH_E_TAG,
    DELETE
}

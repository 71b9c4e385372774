package io.fairlead.domain.operating;

import io.fairlead.domain.enrollment.EntryStamp;

/** Something that operators keep under a name and at a version; there are few of each kind, so lists are whole. */
public interface OperatorRecord {
    /** The name that is unique among its kind, in the case-insensitive form in which it is compared. */
    String key();

    EntryStamp stamp();
}

package dev.latido.alert;

import dev.latido.state.StateReader;
import dev.latido.state.StateWriter;
import java.util.function.ObjLongConsumer;

/** The ids of a customer's latest events of some kind, at most ten, in the order in which they happened. */
public final class EventTrail {

    private static final int MOST = 10;
    private static final int LONGEST_ID = 128;

    private final String[] ids = new String[MOST];
    private final long[] ats = new long[MOST];
    private int size;

    /** The id as it is kept and published: an overlong one by its digest. */
    public static String kept(String eventId) {
        return eventId.length() <= LONGEST_ID ? eventId : AlertCourse.digest(eventId);
    }

    public void add(String eventId, long at) {
        if (size == MOST) {
            if (at < ats[0]) {
                return;
            }
            remove(1);
        }
        int index = size;
        while (index > 0 && ats[index - 1] > at) {
            ids[index] = ids[index - 1];
            ats[index] = ats[index - 1];
            index--;
        }
        ids[index] = kept(eventId);
        ats[index] = at;
        size++;
    }

    /** Forgets what happened before an instant. */
    public void forgetBefore(long instant) {
        int gone = 0;
        while (gone < size && ats[gone] < instant) {
            gone++;
        }
        if (gone > 0) {
            remove(gone);
        }
    }

    /** Hands out what happened at an instant or later, oldest first. */
    public void since(long instant, ObjLongConsumer<String> out) {
        for (int i = 0; i < size; i++) {
            if (ats[i] >= instant) {
                out.accept(ids[i], ats[i]);
            }
        }
    }

    private void remove(int eldest) {
        size -= eldest;
        System.arraycopy(ids, eldest, ids, 0, size);
        System.arraycopy(ats, eldest, ats, 0, size);
    }

    public void write(StateWriter out) {
        out.number(size);
        for (int i = 0; i < size; i++) {
            out.text(ids[i]).instant(ats[i]);
        }
    }

    public static EventTrail read(StateReader in) {
        EventTrail read = new EventTrail();
        read.size = in.count();
        for (int i = 0; i < read.size; i++) {
            read.ids[i] = in.text();
            read.ats[i] = in.instant();
        }
        return read;
    }
}

package dev.latido.connector.scan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pointers that a scan looks for, as a tree of names; each pointer's value goes to a slot of {@link Values}. */
public final class PointerTree {

    /** Slot of the whole document. */
    public static final int ROOT_SLOT = 0;

    private final Node root = new Node();
    private int slots;

    public PointerTree() {
        root.slot = slots++;
    }

    /** The slot for a pointer's value; the same for equal pointers. */
    public int slot(Pointer pointer) {
        Node node = node(pointer);
        if (node.slot < 0) {
            node.slot = slots++;
        }
        return node.slot;
    }

    /** Asks for the bounds of the elements of an array; one pointer at most. */
    public void elements(Pointer pointer) {
        node(pointer).elements = true;
    }

    /** Asks for the members of an object; one pointer at most. */
    public void members(Pointer pointer) {
        node(pointer).members = true;
    }

    /** Number of slots in use. */
    public int slots() {
        return slots;
    }

    Node root() {
        return root;
    }

    private Node node(Pointer pointer) {
        Node node = root;
        for (String token : pointer.tokens()) {
            node = node.childFor(token);
        }
        return node;
    }

    /** One name on the way to a pointer's value. */
    static final class Node {

        int slot = -1;
        boolean elements;
        boolean members;

        private final List<Node> children = new ArrayList<>();
        private byte[] name = {};
        private int index = -1;
        private long[] hashes = {};

        /** The child with this name, whose hash is known. */
        @Nullable
        Node child(long hash, byte[] in, int from, int to) {
            for (int i = 0; i < hashes.length; i++) {
                if (hashes[i] == hash) {
                    Node child = children.get(i);
                    return Arrays.equals(child.name, 0, child.name.length, in, from, to) ? child : null;
                }
            }
            return null;
        }

        /** The child for an element of an array. */
        @Nullable
        Node child(int element) {
            for (Node child : children) {
                if (child.index == element) {
                    return child;
                }
            }
            return null;
        }

        private Node childFor(String token) {
            byte[] wanted = token.getBytes(UTF_8);
            Node known = child(KeyHash.of(wanted, 0, wanted.length), wanted, 0, wanted.length);
            return known == null ? add(token, wanted) : requireNonNull(known);
        }

        private Node add(String token, byte[] bytes) {
            Node child = new Node();
            child.name = bytes;
            child.index = token.matches("0|[1-9][0-9]{0,8}") ? Integer.parseInt(token) : -1;
            children.add(child);
            hashes = Arrays.copyOf(hashes, children.size());
            hashes[children.size() - 1] = KeyHash.of(bytes, 0, bytes.length);
            return child;
        }
    }
}

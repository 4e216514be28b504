package dev.latido.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;

/**
 * The two loopback ports of a broker, bound before its configuration names them, so that no other process can take them
 * in between.
 */
final class BoundPorts implements AutoCloseable {

    private final ServerSocketChannel client;
    private final ServerSocketChannel controller;

    private BoundPorts(ServerSocketChannel client, ServerSocketChannel controller) {
        this.client = client;
        this.controller = controller;
    }

    static BoundPorts open() throws IOException {
        ServerSocketChannel client = bind();
        try {
            return new BoundPorts(client, bind());
        } catch (IOException e) {
            client.close();
            throw e;
        }
    }

    private static ServerSocketChannel bind() throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
            channel.configureBlocking(false);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    int client() {
        return client.socket().getLocalPort();
    }

    int controller() {
        return controller.socket().getLocalPort();
    }

    /** The bound channel of a listener; has the shape of Kafka's server socket factory. */
    ServerSocketChannel take(String listener, InetSocketAddress address, int backlog, int receiveBufferBytes) {
        return address.getPort() == client() ? client : controller;
    }

    @Override
    public void close() {
        closeQuietly(client);
        closeQuietly(controller);
    }

    private static void closeQuietly(ServerSocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // A port that cannot be given back is given back when the process ends.
        }
    }
}

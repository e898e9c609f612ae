import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const START_TRIES = 200;

/** A store in a process of its own, that can be killed as a machine is switched off, and started again on its files. */
export type ServerProcess = {
  readonly url: string;
  /** kill -9, to the server and whatever it started. */
  kill(): Promise<void>;
  start(): Promise<void>;
};

type Command = {
  /** Whether it answers, where listening is not enough; asked until it says so. */
  isReady?: () => boolean;
  command: string;
  args: readonly string[];
  port: number;
  url: string;
  /** Whom it runs as, where it refuses to run as root. */
  uid?: number;
};

export async function serverProcess({
  command,
  args,
  port,
  url,
  uid,
  isReady = () => true,
}: Command): Promise<ServerProcess> {
  let child: ChildProcess;

  async function start(): Promise<void> {
    child = spawn(command, args, {
      stdio: 'ignore',
      detached: true,
      ...(uid !== undefined && { uid, gid: uid }),
    });
    await listening(port);
    for (let tries = 0; !isReady(); tries += 1) {
      if (tries === START_TRIES) throw new Error(`${command} does not become ready`);
      await wait(50);
    }
  }
  async function kill(): Promise<void> {
    const gone = once(child, 'exit');
    // Its own process group: a server's helpers go with it.
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    await gone;
  }

  await start();
  return { url, start, kill };
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server's address
  server.close();
  await once(server, 'close');
  return port;
}

async function listening(port: number): Promise<void> {
  for (let tries = 0; tries < START_TRIES; tries += 1) {
    const socket = connect(port, '127.0.0.1');
    const answered = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (answered) return;
    await wait(50);
  }
  throw new Error(`nothing listens on port ${port}`);
}

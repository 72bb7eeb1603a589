import { spawn } from 'node:child_process';

/** One client process, driven over its control protocol (stream-json on standard input and output). */
export class Client {
  #process;
  #pending = new Map();
  #turns = [];
  #requests = 0;
  #complaints = '';
  #exited;

  /** `onAsk(request)` answers a permission question; `onMessage(message)` sees everything else. */
  constructor(command, { environment, onAsk, onMessage }) {
    const [program, ...args] = command;
    this.onAsk = onAsk;
    this.onMessage = onMessage;
    this.#process = spawn(program, args, { env: environment, stdio: ['pipe', 'pipe', 'pipe'] });
    this.#exited = new Promise((resolve) => this.#process.on('close', () => resolve(this.#giveUp())));
    this.#process.on('error', (error) => {
      this.#complaints += error.message;
    });
    this.#process.stdin.on('error', () => undefined);
    this.#process.stderr.on('data', (data) => {
      this.#complaints = (this.#complaints + data).slice(-2000);
    });
    this.#readLines();
  }

  initialize() {
    return this.#control({ subtype: 'initialize', hooks: null });
  }

  /** Sends a user message and waits for the end of the turn; throws after `limit` milliseconds. */
  turn(text, limit) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`no answer in ${limit} ms ${this.#complaints}`)),
        limit,
      );
      this.#turns.push((result) => {
        clearTimeout(timer);
        if (result === undefined) reject(new Error(`the client went away: ${this.#complaints}`));
        else resolve(result);
      });
      this.#send({
        type: 'user',
        message: { role: 'user', content: text },
        parent_tool_use_id: null,
        session_id: '',
      });
    });
  }

  async close() {
    this.#process.stdin.end();
    const timer = setTimeout(() => this.kill(), 5000);
    await this.#exited;
    clearTimeout(timer);
  }

  kill() {
    this.#process.kill('SIGKILL');
  }

  #readLines() {
    let rest = '';
    this.#process.stdout.setEncoding('utf8');
    this.#process.stdout.on('data', (data) => {
      const lines = (rest + data).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line.startsWith('{')) void this.#handle(JSON.parse(line));
    });
  }

  async #handle(message) {
    if (message.type === 'control_response') {
      const id = message.response.request_id;
      this.#pending.get(id)?.(message.response);
      this.#pending.delete(id);
    } else if (message.type === 'control_request') {
      const response = message.request.subtype === 'can_use_tool' ? await this.onAsk(message.request) : {};
      this.#send({
        type: 'control_response',
        response: { subtype: 'success', request_id: message.request_id, response },
      });
    } else {
      this.onMessage(message);
      if (message.type === 'result') this.#turns.shift()?.(message);
    }
  }

  #control(request) {
    this.#requests += 1;
    const id = `request-${this.#requests}`;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no ${request.subtype}: ${this.#complaints}`)), 60_000);
      this.#pending.set(id, (response) => {
        clearTimeout(timer);
        resolve(response);
      });
      this.#send({ type: 'control_request', request_id: id, request });
    });
  }

  #send(message) {
    if (this.#process.exitCode === null) this.#process.stdin.write(`${JSON.stringify(message)}\n`);
  }

  #giveUp() {
    for (const settle of this.#turns.splice(0)) settle(undefined);
  }
}

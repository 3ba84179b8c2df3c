/** What the service tells of a call. */
export interface Told {
    callID?: string;
    sdp?: string;
    caller_id_name?: string;
    caller_id_number?: string;
    display_name?: string;
    display_number?: string;
    answer?: boolean;
    calls?: string[];
}

export interface Result {
    callID?: string;
    holdState?: string;
}

/** How the telephone stands with the switch. */
export type WireState = 'away' | 'ready' | 'elsewhere' | 'refused';

interface Message {
    id?: number;
    method?: string;
    params?: Told;
    result?: Result;
    error?: { message?: string };
}

interface Asked {
    resolve: (result: Result) => void;
    reject: (why: Error) => void;
}

/** The codes by which the service cuts a telephone off; see EndReason. */
const TAKEN_OVER = 4001, SWITCH_REFUSES = 4003, NOT_ALLOWED = 4004;

/** Milliseconds until it is tried again: soon at first, since a service that was restarted is back soon. */
const PAUSES = [200, 500, 1000, 2000, 5000];

/** The connection to the service's gateway, which comes back by itself. JSON-RPC as mod_verto speaks it. */
export class Wire {
    #socket: WebSocket | undefined;
    #asked = new Map<number, Asked>();
    #ids = 0;
    #tries = 0;

    constructor(readonly address: string, readonly told: (method: string, what: Told) => void, readonly changed: (state: WireState) => void) { }

    open(): void {
        const socket = new WebSocket(this.address);
        this.#socket = socket;
        socket.onmessage = ({ data }) => this.#hear(JSON.parse(data) as Message);
        socket.onclose = ({ code }) => this.#ended(socket, code);
    }

    /** Takes the telephone from the page that has it now. */
    again(): void {
        this.#tries = 0;
        if (this.#socket?.readyState !== WebSocket.OPEN) this.open();
    }

    close(): void {
        const socket = this.#socket;
        this.#socket = undefined;
        socket?.close();
    }

    ask(method: string, params: object): Promise<Result> {
        const socket = this.#socket;
        if (socket?.readyState !== WebSocket.OPEN) return Promise.reject(new Error(''));
        const id = ++this.#ids;
        return new Promise((resolve, reject) => {
            this.#asked.set(id, { resolve, reject });
            socket.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
        });
    }

    #hear(message: Message): void {
        if (message.method) {
            if (message.method === 'verto.clientReady') {
                this.#tries = 0;
                this.changed('ready');
            }

            this.told(message.method, message.params ?? {});
            return;
        }

        const asked = this.#asked.get(message.id ?? -1);
        this.#asked.delete(message.id ?? -1);
        if (message.error) asked?.reject(new Error(message.error.message ?? ''));
        else asked?.resolve(message.result ?? {});
    }

    #ended(socket: WebSocket, code: number): void {
        this.#asked.forEach(asked => asked.reject(new Error('')));
        this.#asked.clear();
        if (this.#socket !== socket) return;
        this.#socket = undefined;
        this.changed(code === TAKEN_OVER ? 'elsewhere' : code === SWITCH_REFUSES || code === NOT_ALLOWED ? 'refused' : 'away');
        if (code === TAKEN_OVER || code === NOT_ALLOWED) return;
        const pause = PAUSES[Math.min(this.#tries++, PAUSES.length - 1)];
        setTimeout(() => { if (!this.#socket) this.open(); }, pause);
    }
}

// The microphone: what is said between two moments, and how loud it is meanwhile.

export class Microphone {
    readonly #stream: MediaStream;
    readonly #recorder: MediaRecorder;
    readonly #parts: Blob[] = [];
    readonly #context = new AudioContext();
    readonly #timer: number;

    private constructor(stream: MediaStream, loud: (level: number) => void) {
        this.#stream = stream;
        this.#recorder = new MediaRecorder(stream);
        this.#recorder.addEventListener('dataavailable', ({ data }) => this.#parts.push(data));
        const meter = this.#context.createAnalyser();
        this.#context.createMediaStreamSource(stream).connect(meter);
        const samples = new Float32Array(meter.fftSize);
        this.#timer = setInterval(() => {
            meter.getFloatTimeDomainData(samples);
            loud(samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0));
        }, 100);
        this.#recorder.start();
    }

    /** Asks for it, and begins. Fails where the browser gives none. */
    static async open(loud: (level: number) => void): Promise<Microphone> {
        // A prompt is to sound as it was said.
        const stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false } });
        return new Microphone(stream, loud);
    }

    /** Ends, and gives what was said. */
    async close(): Promise<ArrayBuffer> {
        const ended = new Promise(done => this.#recorder.addEventListener('stop', done, { once: true }));
        this.#recorder.stop();
        await ended;
        clearInterval(this.#timer);
        this.#stream.getTracks().forEach(track => track.stop());
        await this.#context.close();
        return new Blob(this.#parts).arrayBuffer();
    }
}

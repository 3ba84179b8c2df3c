/** Devices, and what is heard of them. */
export type Place = 'microphone' | 'speaker' | 'ringer';

const kept = (place: Place) => `web3tel-${place}`;

/** The device chosen for it; empty for the machine's own. */
export const chosen = (place: Place): string => localStorage.getItem(kept(place)) ?? '';

export const choose = (place: Place, device: string): void => localStorage.setItem(kept(place), device);

/** Whether the browser lets a page hear at all: it does over HTTPS, and on the machine itself. */
export const isPossible = (): boolean => !!navigator.mediaDevices && 'RTCPeerConnection' in window;

/** The microphone that was chosen, or any other when that one is not there. */
export const microphone = async (): Promise<MediaStream> => {
    const device = chosen('microphone');
    const sound: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
    try {
        return await navigator.mediaDevices.getUserMedia({ audio: device ? { ...sound, deviceId: { exact: device } } : sound });
    } catch (why) {
        if (!device || (why as Error).name === 'NotAllowedError') throw why;
        return navigator.mediaDevices.getUserMedia({ audio: sound });
    }
};

export const stop = (stream: MediaStream | null | undefined): void => stream?.getTracks().forEach(track => track.stop());

/** Lets it be heard in the device that was chosen. */
export const playIn = async (audio: HTMLAudioElement, place: Place): Promise<void> => {
    // Not every browser lets a page choose; and a headset may have been pulled out.
    await audio.setSinkId?.(chosen(place)).catch(() => audio.setSinkId(''));
};

/** Fills the list of a choice with what there is. */
export const list = async (select: HTMLSelectElement, place: Place): Promise<void> => {
    const kind = place === 'microphone' ? 'audioinput' : 'audiooutput';
    const devices = (await navigator.mediaDevices.enumerateDevices()).filter(device => device.kind === kind && device.deviceId && device.deviceId !== 'default');
    const own = select.options[0];
    select.replaceChildren(own, ...devices.map((device, i) => new Option(device.label || `${i + 1}`, device.deviceId)));
    select.value = devices.some(device => device.deviceId === chosen(place)) ? chosen(place) : '';
};

const RING_HERTZ = 425, RING_SECONDS = 1, RING_PERIOD = 4;

/** Rings: a tone made here, so that no file has to come first. */
export class Ring {
    #context: AudioContext | undefined;
    #timer = 0;

    constructor(readonly audio: HTMLAudioElement) { }

    start(): void {
        if (this.#context) return;
        const context = this.#context = new AudioContext();
        const out = context.createMediaStreamDestination();
        const loudness = context.createGain();
        const tone = new OscillatorNode(context, { frequency: RING_HERTZ });
        loudness.gain.value = 0;
        tone.connect(loudness).connect(out);
        tone.start();
        const once = () => {
            loudness.gain.setValueAtTime(0.4, context.currentTime);
            loudness.gain.setValueAtTime(0, context.currentTime + RING_SECONDS);
        };
        once();
        this.#timer = window.setInterval(once, RING_PERIOD * 1000);
        this.audio.srcObject = out.stream;
        void playIn(this.audio, 'ringer').then(() => this.audio.play()).catch(() => { });
    }

    stop(): void {
        clearInterval(this.#timer);
        void this.#context?.close();
        this.#context = undefined;
        this.audio.srcObject = null;
    }
}

/** Shows how loud the microphone is, until it is stopped. */
export const test = async (meter: HTMLMeterElement): Promise<() => void> => {
    const stream = await microphone();
    const context = new AudioContext();
    const ear = context.createAnalyser();
    context.createMediaStreamSource(stream).connect(ear);
    const heard = new Float32Array(ear.fftSize);
    const timer = window.setInterval(() => {
        ear.getFloatTimeDomainData(heard);
        meter.value = Math.min(1, Math.sqrt(heard.reduce((sum, one) => sum + one * one, 0) / heard.length) * 4);
    }, 50);
    return () => {
        clearInterval(timer);
        stop(stream);
        void context.close();
        meter.value = 0;
    };
};

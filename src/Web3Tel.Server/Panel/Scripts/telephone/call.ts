import { microphone, playIn, stop } from './sound.js';

export type CallState = 'ringing' | 'dialling' | 'talking';

/** Milliseconds in which the browser finds out by which addresses it can be reached; what it has then is told. */
const GATHERING = 1000;

/** One call, and its sound both ways. */
export class Call {
    state: CallState;
    since = Date.now();
    isHeld = false;
    #peer: RTCPeerConnection | undefined;
    #voice: MediaStream | undefined;
    #isMuted = false;

    constructor(public id: string, public name: string, public number: string, state: CallState) {
        this.state = state;
    }

    get isMuted(): boolean { return this.#isMuted; }

    set isMuted(muted: boolean) {
        this.#isMuted = muted;
        this.#voice?.getAudioTracks().forEach(track => { track.enabled = !muted; });
    }

    /** What we say to an offer of the switch. */
    async answer(offer: string, out: HTMLAudioElement): Promise<string> {
        const peer = await this.#connect(out);
        await peer.setRemoteDescription({ type: 'offer', sdp: offer });
        return this.#describe(peer, await peer.createAnswer());
    }

    /** What we offer the switch. */
    async offer(out: HTMLAudioElement): Promise<string> {
        const peer = await this.#connect(out);
        return this.#describe(peer, await peer.createOffer());
    }

    /** What the switch says to our offer. */
    async accept(answer: string): Promise<void> {
        if (this.#peer?.signalingState === 'have-local-offer') await this.#peer.setRemoteDescription({ type: 'answer', sdp: answer });
    }

    /** Speaks into another microphone from now on. */
    async changeMicrophone(): Promise<void> {
        const sender = this.#peer?.getSenders()[0];
        if (!sender) return;
        const voice = await microphone();
        await sender.replaceTrack(voice.getAudioTracks()[0]);
        stop(this.#voice);
        this.#voice = voice;
        this.isMuted = this.#isMuted;
    }

    end(): void {
        this.#peer?.close();
        this.#peer = undefined;
        stop(this.#voice);
        this.#voice = undefined;
    }

    async #connect(out: HTMLAudioElement): Promise<RTCPeerConnection> {
        this.end();
        this.#voice = await microphone();
        const peer = this.#peer = new RTCPeerConnection();
        peer.ontrack = ({ track, streams }) => {
            out.srcObject = streams[0] ?? new MediaStream([track]);
            void playIn(out, 'speaker').then(() => out.play()).catch(() => { });
        };
        this.#voice.getAudioTracks().forEach(track => peer.addTrack(track, this.#voice!));
        this.isMuted = this.#isMuted;
        return peer;
    }

    async #describe(peer: RTCPeerConnection, description: RTCSessionDescriptionInit): Promise<string> {
        const gathered = new Promise<void>(resolve => {
            peer.onicegatheringstatechange = () => { if (peer.iceGatheringState === 'complete') resolve(); };
            setTimeout(resolve, GATHERING);
        });
        await peer.setLocalDescription(description);
        await gathered;
        return peer.localDescription!.sdp;
    }
}

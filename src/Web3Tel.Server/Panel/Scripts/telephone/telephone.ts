import { Call } from './call.js';
import { choose, isPossible, list, Place, playIn, Ring, test } from './sound.js';
import { Told, Wire, WireState } from './wire.js';

/** Numbers so long are outside: the service calls them, by its rules and in its history. Shorter ones are telephones and service numbers of the switch. */
const OUTSIDE_DIGITS = 7;

/** Milliseconds in which the call that was asked for is answered by itself. */
const ASKED_FOR = 40_000;

/** The operator's telephone: the markup comes with the page, in its language; here it is brought to life. */
class BrowserTelephone extends HTMLElement {
    readonly #words = JSON.parse(this.dataset.words ?? '{}') as Record<string, string>;
    readonly #voice = this.#part<HTMLAudioElement>('voice');
    readonly #ring = new Ring(this.#part<HTMLAudioElement>('ring'));
    readonly #number = this.#part<HTMLInputElement>('number');
    readonly #wire = new Wire(
        `${location.protocol.replace('http', 'ws')}//${location.host}/verto${this.dataset.query ?? ''}`,
        (method, what) => void this.#told(method, what),
        state => this.#changed(state));
    #call: Call | undefined;
    #asked: { number: string, until: number } | undefined;
    #state: WireState = 'away';
    #endTest: (() => void) | undefined;
    #notification: Notification | undefined;

    connectedCallback(): void {
        this.addEventListener('click', event => this.#pressed((event.target as Element).closest<HTMLButtonElement>('button')));
        this.#part('dial').addEventListener('submit', event => {
            event.preventDefault();
            void this.#dial(this.#number.value);
        });
        this.addEventListener('change', event => void this.#chosen(event.target as HTMLSelectElement));
        this.#part('devices').addEventListener('toggle', () => void this.#showDevices());
        addEventListener('pagehide', () => this.#wire.close());
        addEventListener('pageshow', event => { if (event.persisted) this.#wire.again(); });
        if (isPossible()) this.#wire.open();
        this.#show(isPossible() ? '' : this.#words.needsHttps);
    }

    #part<T extends HTMLElement = HTMLElement>(name: string): T {
        return this.querySelector<T>(`[data-part=${name}]`)!;
    }

    #changed(state: WireState): void {
        this.#state = state;
        // A call that rings ends at the switch with the connection.
        if (state === 'elsewhere' || state === 'refused' || (state === 'away' && this.#call?.state === 'ringing')) this.#over();
        this.#show();
    }

    async #told(method: string, { callID = '', sdp, ...what }: Told): Promise<void> {
        const call = this.#call;
        if (method === 'verto.invite' && sdp) {
            if (call) await this.#ask('verto.bye', callID, { cause: 'USER_BUSY' });
            else this.#rings(callID, sdp, what);
        } else if (method === 'verto.attach' && sdp) {
            await this.#attach(callID, sdp, what);
        } else if (method === 'verto.clientReady') {
            // What the switch has not kept is over; what rings has come since, between being let in and this.
            if (call && call.state !== 'ringing' && !what.calls?.includes(call.id)) this.#over();
        } else if (call?.id === callID) {
            if (method === 'verto.bye') this.#over();
            if (sdp) await call.accept(sdp);
            if (method === 'verto.answer') this.#talks(call);
            if (method === 'verto.display') Object.assign(call, { name: what.display_name ?? call.name, number: what.display_number ?? call.number });
        }

        this.#show();
    }

    #offer = '';

    #rings(id: string, offer: string, { caller_id_name: name = '', caller_id_number: number = '', answer }: Told): void {
        this.#call = new Call(id, name, number, 'ringing');
        this.#offer = offer;
        if (answer || (this.#asked?.number === number && Date.now() < this.#asked.until)) {
            void this.#answer();
            return;
        }

        this.#ring.start();
        if (document.hidden && 'Notification' in window && Notification.permission === 'granted') {
            this.#notification = new Notification(this.#words.rings, { body: [name, number].join(' '), tag: 'web3tel' });
            this.#notification.onclick = () => focus();
        }
    }

    async #attach(id: string, offer: string, { caller_id_name: name = '', caller_id_number: number = '' }: Told): Promise<void> {
        const call = this.#call?.id === id ? this.#call : this.#call = Object.assign(new Call(id, name, number, 'talking'), this.#kept(id));
        this.#talks(call);
        await this.#describe(call, 'verto.attach', offer);
    }

    async #answer(): Promise<void> {
        const call = this.#call;
        if (call?.state !== 'ringing') return;
        this.#quiet();
        this.#asked = undefined;
        this.#talks(call);
        await this.#describe(call, 'verto.answer', this.#offer);
    }

    /** The microphone may be refused: then the caller is not to hear silence. */
    async #describe(call: Call, method: string, offer: string): Promise<void> {
        try {
            await this.#ask(method, call.id, { sdp: await call.answer(offer, this.#voice) });
        } catch (why) {
            await this.#hangUp('USER_BUSY');
            this.#show((why as Error).name === 'NotAllowedError' ? this.#words.noMicrophone : (why as Error).message || this.#words.lost);
        }
    }

    async #dial(text: string): Promise<void> {
        const number = text.replace(/[^\d*#+]/g, '');
        if (!number || this.#call) return;
        localStorage.setItem('web3tel-dialled', number);
        if (number.replace(/\D/g, '').length >= OUTSIDE_DIGITS) await this.#askService(number);
        else await this.#invite(number);
    }

    async #askService(number: string): Promise<void> {
        this.#asked = { number, until: Date.now() + ASKED_FOR };
        const answer = await fetch(`/api/operators/${encodeURIComponent(this.dataset.operator ?? '')}/call`, {
            method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ number, wait: false }),
        }).catch(() => null);
        if (answer?.ok) return;
        this.#asked = undefined;
        this.#show((await answer?.json().catch(() => null))?.detail ?? this.#words.lost);
    }

    async #invite(number: string): Promise<void> {
        const call = this.#call = new Call('', '', number, 'dialling');
        this.#show();
        try {
            const sdp = await call.offer(this.#voice);
            // Hung up meanwhile: nobody is called.
            if (this.#call !== call) return;
            call.id = (await this.#wire.ask('verto.invite', { sdp, dialogParams: { destination_number: number } })).callID ?? '';
            if (this.#call !== call && call.id) await this.#ask('verto.bye', call.id, { cause: 'NORMAL_CLEARING' });
        } catch (why) {
            if (this.#call !== call) return;
            this.#over();
            this.#show((why as Error).name === 'NotAllowedError' ? this.#words.noMicrophone : (why as Error).message || this.#words.lost);
        }
    }

    #ask(method: string, callID: string, params: object = {}) {
        return this.#wire.ask(method, { ...params, dialogParams: { callID } });
    }

    async #hangUp(cause = 'NORMAL_CLEARING'): Promise<void> {
        const call = this.#call;
        this.#over();
        this.#show();
        if (call?.id) await this.#ask('verto.bye', call.id, { cause }).catch(() => { });
    }

    /** What was known of a call before the page was loaded anew: the switch does not tell all of it again. */
    #kept(id: string): Partial<Call> {
        const kept = JSON.parse(sessionStorage.getItem('web3tel-call') ?? '{}') as Partial<Call>;
        return kept.id === id ? kept : {};
    }

    #talks(call: Call): void {
        if (call.state !== 'talking') call.since = Date.now();
        call.state = 'talking';
        sessionStorage.setItem('web3tel-call', JSON.stringify({ id: call.id, name: call.name, number: call.number, since: call.since }));
        this.#show();
    }

    #quiet(): void {
        this.#ring.stop();
        this.#notification?.close();
    }

    #over(): void {
        this.#quiet();
        this.#call?.end();
        this.#call = undefined;
        this.#voice.srcObject = null;
        this.#part('keys').hidden = true;
    }

    #pressed(button: HTMLButtonElement | null): void {
        const call = this.#call;
        const key = button?.dataset.key;
        if (key) void this.#key(key);
        switch (button?.dataset.do) {
            case 'answer': void this.#answer(); break;
            case 'hang-up': void this.#hangUp(call?.state === 'ringing' ? 'CALL_REJECTED' : undefined); break;
            case 'mute': if (call) call.isMuted = !call.isMuted; break;
            case 'hold': void this.#hold(); break;
            case 'keypad': this.#part('keys').hidden = !this.#part('keys').hidden; break;
            case 'redial': void this.#dial(localStorage.getItem('web3tel-dialled') ?? ''); break;
            case 'take': this.#wire.again(); break;
            case 'test': void this.#test(); break;
            case 'notify': void Notification.requestPermission().then(() => this.#show()); break;
        }

        if (button?.dataset.do) this.#show();
    }

    async #key(key: string): Promise<void> {
        if (this.#call?.id) await this.#ask('verto.info', this.#call.id, { dtmf: key }).catch(() => { });
        else this.#number.value += key;
    }

    async #hold(): Promise<void> {
        const call = this.#call;
        if (!call) return;
        const { holdState } = await this.#ask('verto.modify', call.id, { action: call.isHeld ? 'unhold' : 'hold' });
        call.isHeld = holdState === 'held';
        this.#show();
    }

    async #test(): Promise<void> {
        if (this.#endTest) {
            this.#endTest();
            this.#endTest = undefined;
        } else {
            this.#endTest = await test(this.#part<HTMLMeterElement>('meter')).catch(() => undefined);
            if (!this.#endTest) this.#show(this.#words.noMicrophone);
            await this.#showDevices();
        }

        this.#button('test').setAttribute('aria-pressed', `${!!this.#endTest}`);
    }

    async #showDevices(): Promise<void> {
        if (isPossible()) await Promise.all([...this.querySelectorAll<HTMLSelectElement>('select[data-place]')].map(select => list(select, select.dataset.place as Place)));
    }

    async #chosen({ dataset, value }: HTMLSelectElement): Promise<void> {
        const place = dataset.place as Place | undefined;
        if (!place) return;
        choose(place, value);
        if (place === 'speaker') await playIn(this.#voice, place);
        if (place === 'microphone') await this.#call?.changeMicrophone();
    }

    #button(what: string): HTMLButtonElement {
        return this.querySelector<HTMLButtonElement>(`[data-do=${what}]`)!;
    }

    #show(trouble?: string): void {
        const call = this.#call;
        this.dataset.state = call?.state ?? this.#state;
        this.#part('state').textContent = this.#words[call ? call.state : this.#state];
        this.#part('caller').textContent = call ? [call.name === call.number ? '' : call.name, call.number].filter(Boolean).join(' ') : '';
        const clock = this.#part('clock');
        clock.hidden = call?.state !== 'talking';
        if (call) clock.setAttribute('at', `${call.since - Number(document.documentElement.dataset.skew)}`);
        if (trouble !== undefined || call) this.#part('trouble').textContent = trouble ?? '';
        this.#button('answer').hidden = call?.state !== 'ringing';
        this.#button('hang-up').hidden = !call;
        this.#button('mute').hidden = this.#button('hold').hidden = call?.state !== 'talking';
        this.#button('mute').setAttribute('aria-pressed', `${!!call?.isMuted}`);
        this.#button('hold').setAttribute('aria-pressed', `${!!call?.isHeld}`);
        this.#button('keypad').setAttribute('aria-expanded', `${!this.#part('keys').hidden}`);
        this.#button('take').hidden = this.#state !== 'elsewhere';
        this.#button('notify').hidden = !('Notification' in window) || Notification.permission !== 'default';
        this.#part('dial').hidden = !!call || this.#state !== 'ready';
        this.#button('redial').disabled = !localStorage.getItem('web3tel-dialled');
    }
}

customElements.define('browser-telephone', BrowserTelephone);

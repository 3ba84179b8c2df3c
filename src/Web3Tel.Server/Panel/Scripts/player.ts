// What a recording's player has besides the browser's own: a picture of the sound to click into, speed, each side by itself, and silence skipped.
// It is fetched and shown when somebody begins to listen.

interface Peaks {
    readonly seconds: number;
    /** Left first, each 0 to 100. */
    readonly sides: readonly (readonly number[])[];
}

type Side = 'both' | 'left' | 'right';

/** As quiet as a line with nobody speaking. */
const SILENT = 2;
/** Shorter pauses belong to speaking. */
const LONGEST_PAUSE = 1;
const BEFORE_SPEECH = 0.2;
const HEIGHT = 56;

/** One for all players: a browser has few of them. */
let sound: AudioContext | undefined;

class Player {
    readonly #audio: HTMLAudioElement;
    readonly #canvas: HTMLCanvasElement;
    readonly #skips: HTMLInputElement;
    #peaks: Peaks | undefined;
    #side: Side = 'both';
    /** Moments of comments, in seconds. */
    readonly #marks: readonly number[];
    /** Sound goes through it from the moment when one side is wanted. */
    #hear: ((side: Side) => void) | undefined;

    constructor(readonly root: HTMLElement) {
        this.#audio = root.querySelector('audio')!;
        this.#canvas = root.querySelector('canvas')!;
        this.#marks = (root.dataset['marks'] ?? '').split(' ').filter(at => at).map(Number);
        this.#skips = root.querySelector<HTMLInputElement>('[name=skip]')!;
        root.querySelector<HTMLSelectElement>('[name=speed]')!.addEventListener('change', ({ target }) => {
            this.#audio.playbackRate = Number((target as HTMLSelectElement).value);
        });
        root.querySelector<HTMLSelectElement>('[name=side]')!.addEventListener('change', ({ target }) => this.#choose((target as HTMLSelectElement).value as Side));
        this.#canvas.addEventListener('click', ({ offsetX }) => {
            if (this.#peaks) this.#audio.currentTime = offsetX / this.#canvas.clientWidth * this.#peaks.seconds;
        });
        this.#audio.addEventListener('timeupdate', () => { this.#skip(); this.#draw(); });
        this.#audio.addEventListener('seeked', () => this.#draw());
        addEventListener('resize', () => this.#draw());
    }

    async open(): Promise<void> {
        const answer = await fetch(this.#audio.src.replace(/audio$/, 'peaks'));
        if (!answer.ok) return;
        this.#peaks = await answer.json() as Peaks;
        this.root.querySelector<HTMLElement>('.listening')!.hidden = false;
        this.root.querySelector<HTMLElement>('.side')!.hidden = this.#peaks.sides.length < 2;
        this.#draw();
    }

    #choose(side: Side): void {
        this.#side = side;
        this.#hear ??= this.#split();
        this.#hear(side);
        this.#draw();
    }

    /** Whichever side is chosen is heard in both ears. */
    #split(): (side: Side) => void {
        const context = sound ??= new AudioContext();
        const from = context.createMediaElementSource(this.#audio), splitter = context.createChannelSplitter(2);
        from.connect(splitter);
        return side => {
            from.disconnect();
            splitter.disconnect();
            if (side === 'both') {
                from.connect(context.destination);
            } else {
                const one = context.createGain();
                from.connect(splitter);
                splitter.connect(one, side === 'left' ? 0 : 1);
                one.connect(context.destination);
            }
        };
    }

    #heard(): readonly (readonly number[])[] {
        const sides = this.#peaks?.sides ?? [];
        return this.#side === 'both' || sides.length < 2 ? sides : [sides[this.#side === 'left' ? 0 : 1]!];
    }

    #skip(): void {
        const [first] = this.#heard();
        if (!this.#skips.checked || !this.#peaks || !first || this.#audio.paused) return;
        const length = this.#peaks.seconds / first.length;
        const begin = Math.floor(this.#audio.currentTime / length);
        let end = begin;
        while (end < first.length && this.#heard().every(side => side[end]! <= SILENT)) end++;
        if ((end - begin) * length > LONGEST_PAUSE) this.#audio.currentTime = Math.min(this.#peaks.seconds, end * length - BEFORE_SPEECH);
    }

    #draw(): void {
        const on = this.#canvas.getContext('2d');
        if (!on || !this.#peaks) return;
        const { width } = Object.assign(this.#canvas, { width: this.#canvas.clientWidth, height: HEIGHT });
        const style = getComputedStyle(this.#canvas);
        const [played, ahead] = [style.color, style.borderTopColor];
        const all = this.#peaks.sides, rowHeight = HEIGHT / all.length;
        for (const [row, side] of all.entries()) {
            on.globalAlpha = this.#heard().includes(side) ? 1 : 0.25;
            for (let x = 0; x < width; x++) {
                const loud = Math.max(1, side[Math.floor(x / width * side.length)]! / 100 * rowHeight);
                on.fillStyle = x / width * this.#peaks.seconds <= this.#audio.currentTime ? played : ahead;
                on.fillRect(x, rowHeight * (row + 0.5) - loud / 2, 1, loud);
            }
        }

        on.globalAlpha = 1;
        on.fillStyle = style.outlineColor;
        for (const at of this.#marks) on.fillRect(at / this.#peaks.seconds * width - 1, 0, 2, HEIGHT);
    }
}

const players = new WeakMap<HTMLElement, Player>();

const begin = (audio: Element): void => {
    const root = audio.closest<HTMLElement>('[data-player]');
    if (!root || players.has(root)) return;
    const player = new Player(root);
    players.set(root, player);
    void player.open();
};

// An event of a player does not rise to the page; it can be caught on its way down.
document.addEventListener('play', ({ target }) => begin(target as Element), true);
// Who was quicker than this script.
document.querySelectorAll<HTMLAudioElement>('[data-player] audio').forEach(audio => { if (!audio.paused) begin(audio); });

export {};

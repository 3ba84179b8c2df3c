// The wall is heard: a tone when a wait or a service level of a queue gets worse, and none for what stays as it is. Off until switched on: browsers
// let no page make a sound before a click.

/** Worse is more. */
type Level = 0 | 1 | 2;

const PITCH = { 1: 660, 2: 880 };
const SECONDS = 0.15;

let sound: AudioContext | undefined;
let before = new Map<string, Level>();

const levelOf = (shown: Element): Level => shown.classList.contains('too-long') ? 2 : shown.classList.contains('long') ? 1 : 0;

/** What is shown of each queue by a colour, in the order in which it stands there. */
const look = (): Map<string, Level> => {
    const now = new Map<string, Level>();
    for (const queue of document.querySelectorAll<HTMLElement>('.wall [data-queue]')) {
        for (const shown of queue.querySelectorAll('since-clock, dd[data-level]')) {
            now.set(`${queue.dataset['queue']} ${shown.getAttribute('data-level') ?? 'wait'}`, levelOf(shown));
        }
    }
    return now;
};

/** One tone for what is long or not good, two higher ones for what is too long or poor. */
const play = (on: AudioContext, level: 1 | 2): void => {
    for (let n = 0; n < level; n++) {
        const begin = on.currentTime + n * 2 * SECONDS;
        const tone = on.createOscillator(), volume = on.createGain();
        tone.frequency.value = PITCH[level];
        volume.gain.setValueAtTime(0.2, begin);
        volume.gain.linearRampToValueAtTime(0, begin + SECONDS);
        tone.connect(volume).connect(on.destination);
        tone.start(begin);
        tone.stop(begin + SECONDS);
    }
};

const listen = (): void => {
    const now = look();
    let worst: Level = 0;
    for (const [what, level] of now) {
        if (level > (before.get(what) ?? 0) && level > worst) worst = level;
    }
    before = now;
    if (sound && worst !== 0) play(sound, worst);
};

document.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest('[data-sound-switch]');
    if (!button) return;
    if (sound) {
        void sound.close();
        sound = undefined;
    } else {
        sound = new AudioContext();
        // What is bad already is heard once.
        before = new Map();
    }
    button.setAttribute('aria-pressed', String(sound !== undefined));
});

setInterval(listen, 500);

export {};

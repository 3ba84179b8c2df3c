// The page of one recording: its comments lead to their moments, and a new one is put where the sound is.

const audio = document.querySelector<HTMLAudioElement>('[data-player] audio');
const moment = document.querySelector<HTMLInputElement>('[data-moment]');
const text = document.querySelector<HTMLTextAreaElement>('textarea[name=Text]');

const clock = (seconds: number): string => {
    const two = (n: number) => String(Math.floor(n) % 60).padStart(2, '0');
    return seconds < 3600 ? `${Math.floor(seconds / 60)}:${two(seconds)}` : `${Math.floor(seconds / 3600)}:${two(seconds / 60)}:${two(seconds)}`;
};

if (audio) {
    let isTyped = false;
    moment?.addEventListener('input', () => { isTyped = true; });
    // Whoever writes already means the moment at which that began.
    audio.addEventListener('timeupdate', () => { if (moment && !isTyped && !text?.value) moment.value = clock(audio.currentTime); });
    document.addEventListener('click', ({ target }) => {
        const to = (target as Element).closest<HTMLElement>('[data-seek]');
        if (!to) return;
        audio.currentTime = Number(to.dataset['seek']);
        void audio.play();
    });
}

export {};

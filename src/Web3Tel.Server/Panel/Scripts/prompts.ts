// Prompts: heard before they are saved, whether typed, uploaded or recorded.

import { Microphone } from './microphone.js';
import { plain, wave } from './wave.js';

type Source = 'text' | 'file' | 'microphone';

const main = document.querySelector<HTMLElement>('main.prompts')!;
const form = main.querySelector<HTMLFormElement>('.making')!;
const told = form.querySelector<HTMLElement>('.told')!;
const hearing = form.querySelector<HTMLButtonElement>('[name=hear]')!;
const recording = form.querySelector<HTMLButtonElement>('[name=record]')!;
const meter = form.querySelector('meter')!;
const said = main.dataset;

/** One for the page: a browser has few of them. */
let context: AudioContext | undefined;
let playing: AudioBufferSourceNode | undefined;
let microphone: Microphone | undefined;
let recorded: Blob | undefined;

const value = (name: string): string => form.querySelector<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(`[name=${name}]`)!.value.trim();
const source = (): Source => form.querySelector<HTMLInputElement>('[name=source]:checked')!.value as Source;

function tell(text: string | undefined, isWrong = false): void {
    told.textContent = text ?? '';
    told.classList.toggle('wrong', isWrong);
}

/** In the reader's language by what it was, with the API's sentence where that is theirs. */
async function refused(answer: Response): Promise<void> {
    const detail = said.language === 'en' && answer.headers.get('content-type')?.includes('json') ? (await answer.json() as { detail?: string }).detail : undefined;
    tell(detail ?? said[`status${answer.status}`] ?? said.failed, true);
}

/** What would be saved; undefined, and told, for nothing. */
async function sound(): Promise<Blob | undefined> {
    if (source() === 'text') {
        if (!value('text')) {
            tell(said.noText, true);
            return undefined;
        }

        const answer = await fetch(`/api/speech?${new URLSearchParams({ text: value('text'), ...language() })}`);
        if (answer.ok) return answer.blob();
        await refused(answer);
        return undefined;
    }

    const chosen = source() === 'file' ? form.querySelector<HTMLInputElement>('[name=file]')!.files?.[0] : recorded;
    if (!chosen) tell(said.noSound, true);
    return chosen;
}

const language = (): Record<string, string> => value('language') ? { language: value('language') } : {};

function quiet(): void {
    playing?.stop();
    playing = undefined;
    hearing.textContent = said.hear!;
}

async function hear(): Promise<void> {
    if (playing) {
        quiet();
        return;
    }

    tell('');
    const heard = await sound();
    if (!heard) return;
    context ??= new AudioContext();
    await context.resume();
    try {
        const buffer = await context.decodeAudioData(await heard.arrayBuffer());
        playing = context.createBufferSource();
        playing.buffer = buffer;
        playing.connect(context.destination);
        playing.addEventListener('ended', quiet);
        playing.start();
        hearing.textContent = said.quiet!;
    } catch {
        tell(said.status415, true);
    }
}

async function record(): Promise<void> {
    if (microphone) {
        const ended = microphone;
        microphone = undefined;
        recording.textContent = said.record!;
        context ??= new AudioContext();
        const samples = await plain(await context.decodeAudioData(await ended.close()));
        recorded = wave(samples);
        meter.value = 0;
        tell(said.taken!.replace('{0}', (samples.length / 16_000).toFixed(1)));
        return;
    }

    quiet();
    recorded = undefined;
    try {
        microphone = await Microphone.open(level => { meter.value = level; });
        recording.textContent = said.stop!;
        tell(said.recording);
    } catch {
        tell(said.noMicrophone, true);
    }
}

async function save(): Promise<void> {
    const isText = source() === 'text';
    const body = isText ? undefined : await sound();
    if (isText && !value('text')) tell(said.noText, true);
    if (isText ? !value('text') : !body) return;
    const at = `/api/prompts/${encodeURIComponent(value('name'))}`;
    const answer = isText
        ? await fetch(`${at}/text`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text: value('text'), ...language() }) })
        : await fetch(`${at}?${new URLSearchParams({ ...(value('text') ? { text: value('text') } : {}), ...language() })}`, { method: 'PUT', headers: { 'content-type': 'application/octet-stream' }, body });
    if (answer.ok) location.assign(`prompts?${new URLSearchParams({ lang: said.language!, saved: value('name') })}`);
    else await refused(answer);
}

async function remove(button: HTMLButtonElement, name: string): Promise<void> {
    if (!button.dataset.isAsked) {
        button.dataset.isAsked = 'true';
        button.textContent = said.asked!;
        return;
    }

    const answer = await fetch(`/api/prompts/${encodeURIComponent(name)}`, { method: 'DELETE' });
    if (answer.ok) location.assign(`prompts?${new URLSearchParams({ lang: said.language!, deleted: name })}`);
    else await refused(answer);
}

function change({ prompt, text, spoken }: DOMStringMap): void {
    form.querySelector<HTMLInputElement>('[name=name]')!.value = prompt!;
    form.querySelector<HTMLTextAreaElement>('[name=text]')!.value = text ?? '';
    form.querySelector<HTMLSelectElement>('[name=language]')!.value = spoken ?? '';
    form.querySelector<HTMLTextAreaElement>('[name=text]')!.focus();
}

main.addEventListener('click', ({ target }) => {
    const button = (target as HTMLElement).closest('button');
    const prompt = button?.closest<HTMLElement>('[data-prompt]');
    if (button?.matches('[data-delete]')) void remove(button, prompt!.dataset.prompt!);
    if (button?.matches('[data-change]')) change(prompt!.dataset);
});
form.addEventListener('change', () => form.querySelectorAll<HTMLElement>('[data-for]').forEach(part => { part.hidden = part.dataset.for !== source(); }));
form.addEventListener('submit', event => {
    event.preventDefault();
    void save();
});
hearing.addEventListener('click', () => void hear());
recording.addEventListener('click', () => void record());

// Before all this listened, a press would have sent the form away with what is typed in it.
form.querySelectorAll('button').forEach(button => { button.disabled = false; });

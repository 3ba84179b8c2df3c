// A whole set-up is brought in: looked at first, published when one has seen what it changes.

interface Verdict {
    readonly isPublished: boolean;
    readonly changes: readonly string[];
    readonly notes: readonly string[];
    readonly mark: string;
}

interface Problem {
    readonly detail?: string;
    readonly errors?: readonly { readonly key: string; readonly what: string }[];
}

const form = document.querySelector<HTMLFormElement>('.set-up form')!;
const file = form.querySelector<HTMLInputElement>('[name=file]')!;
const found = form.querySelector<HTMLElement>('.found')!;
const publish = form.querySelector<HTMLButtonElement>('[name=publish]')!;
const said = form.dataset;

/** What was valid when one looked; undefined while nothing can be published. */
let mark: string | undefined;

function line(text: string | undefined, isFault = false): HTMLElement {
    const paragraph = document.createElement('p');
    paragraph.textContent = text ?? '';
    paragraph.className = isFault ? 'fault' : 'good';
    return paragraph;
}

/** What stands in it is from outside: text and nothing else. */
function list(texts: readonly string[], isFault = false): HTMLElement {
    const all = document.createElement('ul');
    all.className = isFault ? 'faults' : 'changes';
    all.append(...texts.map(text => {
        const one = document.createElement('li');
        one.textContent = text;
        return one;
    }));
    return all;
}

function may(looked: string | undefined): void {
    mark = looked;
    publish.disabled = looked === undefined;
}

async function send(query: Record<string, string>, headers: Record<string, string>): Promise<void> {
    const chosen = file.files?.[0];
    may(undefined);
    if (!chosen) {
        found.replaceChildren(line(said.noFile, true));
        return;
    }

    found.replaceChildren(line(said.looking));
    const answer = await fetch(`/api/set-up?${new URLSearchParams({ lang: said.language!, ...query })}`, { method: 'POST', headers: { 'content-type': 'application/octet-stream', ...headers }, body: chosen });
    if (answer.ok) {
        const verdict = await answer.json() as Verdict;
        const isNew = verdict.changes.length > 0 && !verdict.isPublished;
        found.replaceChildren(
            line(verdict.isPublished ? said.published : isNew ? said.changes : said.same), list(verdict.changes), ...verdict.notes.length ? [line(said.notes), list(verdict.notes)] : []);
        may(isNew ? verdict.mark : undefined);
    } else {
        const problem = answer.headers.get('content-type')?.includes('json') ? await answer.json() as Problem : {};
        found.replaceChildren(line(problem.errors ? said.wrong : problem.detail ?? said.failed, true), list(problem.errors?.map(error => `${error.key} ${error.what}`) ?? [], true));
    }
}

file.addEventListener('change', () => may(undefined));
form.querySelector('[name=look]')!.addEventListener('click', () => void send({ dryRun: 'true' }, {}));
form.addEventListener('submit', event => {
    event.preventDefault();
    if (mark !== undefined) void send({ comment: form.querySelector<HTMLInputElement>('[name=comment]')!.value }, { 'if-match': `"${mark}"` });
});

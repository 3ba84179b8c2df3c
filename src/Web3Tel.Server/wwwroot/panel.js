// What the page does by itself: clocks tick, times are the reader's, and it comes back after the service has been away.
(() => {
    // The server's clock counts, not the reader's.
    const skew = Date.now() - Number(document.documentElement.dataset.now);
    document.documentElement.dataset.skew = skew;
    const two = n => String(n).padStart(2, '0');
    const page = document.documentElement;
    const LONG = Number(page.dataset.long), TOO_LONG = Number(page.dataset.tooLong);

    const duration = seconds => {
        const h = Math.floor(seconds / 3600), m = Math.floor(seconds / 60) % 60, s = seconds % 60;
        return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
    };

    class SinceClock extends HTMLElement {
        static observedAttributes = ['at'];

        attributeChangedCallback() { this.tick(); }

        tick() {
            const seconds = Math.max(0, Math.floor((Date.now() - skew - Number(this.getAttribute('at'))) / 1000));
            const text = duration(seconds);
            if (this.textContent !== text) this.textContent = text;
            const waits = this.hasAttribute('wait');
            this.classList.toggle('long', waits && seconds >= LONG && seconds < TOO_LONG);
            this.classList.toggle('too-long', waits && seconds >= TOO_LONG);
        }
    }

    // Counts down.
    class UntilClock extends HTMLElement {
        static observedAttributes = ['at'];

        attributeChangedCallback() { this.tick(); }

        tick() {
            const text = duration(Math.max(0, Math.ceil((Number(this.getAttribute('at')) - Date.now() + skew) / 1000)));
            if (this.textContent !== text) this.textContent = text;
        }
    }

    class LocalTime extends HTMLElement {
        static observedAttributes = ['at'];

        attributeChangedCallback() {
            const at = new Date(Number(this.getAttribute('at')));
            const time = `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
            this.textContent = this.hasAttribute('day') ? `${at.toLocaleDateString(document.documentElement.lang)} ${time}` : time;
            this.title = at.toLocaleString(document.documentElement.lang);
        }
    }

    // A message is read when it is played.
    document.addEventListener('play', ({ target }) => {
        const message = target.closest('[data-message].unread');
        if (message) {
            fetch(`/api/voicemail/${message.dataset.message}/read`, { method: 'POST' }).then(answer => message.classList.toggle('unread', !answer.ok));
        }
    }, true);

    // What is typed outlives a reload and a restart of the service: until the tab is closed, or signed out of.
    const kept = field => `kept:${field.dataset.keep}`;
    // Of each field the newest call's: an earlier one is over, and the browser's room is small for a tab that is open for months.
    const keep = ({ target }) => {
        if (!target.dataset?.keep) return;
        const field = `${kept(target).split(':', 2).join(':')}:`;
        Object.keys(sessionStorage).filter(key => key.startsWith(field) && key !== kept(target)).forEach(key => sessionStorage.removeItem(key));
        sessionStorage.setItem(kept(target), target.value);
    };
    document.addEventListener('input', keep);
    document.addEventListener('change', keep);
    document.addEventListener('submit', ({ target }) => { if (target.closest('.leave')) Object.keys(sessionStorage).filter(key => key.startsWith('kept:')).forEach(key => sessionStorage.removeItem(key)); });
    const restored = new WeakSet();
    const restore = field => {
        restored.add(field);
        const value = sessionStorage.getItem(kept(field));
        if (value === null || value === field.value) return;
        field.value = value;
        field.dispatchEvent(new Event('change', { bubbles: true }));
    };

    // Dark or light: kept in a cookie, so that the next page is not written in the other one first.
    const darken = () => {
        const isDark = (page.dataset.scheme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
        page.dataset.scheme = isDark ? 'light' : 'dark';
        document.cookie = `web3tel-scheme=${page.dataset.scheme}; path=/; max-age=34560000; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`;
    };

    // Where the browser has no full screen the wall at least takes the whole page.
    const fill = async () => {
        const fills = page.toggleAttribute('data-full');
        if (fills) await page.requestFullscreen?.().catch(() => {});
        else if (document.fullscreenElement) await document.exitFullscreen();
    };

    document.addEventListener('fullscreenchange', () => { if (!document.fullscreenElement) page.removeAttribute('data-full'); });
    document.addEventListener('click', ({ target }) => {
        if (target.closest('[data-scheme-switch]')) darken();
        if (target.closest('[data-full-switch]')) fill();
        if (target.closest('[data-print]')) print();
    });

    customElements.define('since-clock', SinceClock);
    customElements.define('until-clock', UntilClock);
    customElements.define('local-time', LocalTime);
    setInterval(() => {
        document.querySelectorAll('since-clock, until-clock').forEach(clock => clock.tick());
        // Not before the page lives: nobody would hear of it.
        document.querySelectorAll('main[data-live] [data-keep]').forEach(field => restored.has(field) || restore(field));
    }, 1000);

    const comeBack = async () => {
        const answer = await fetch('/health/live', { cache: 'no-store' }).catch(() => null);
        if (answer?.ok) location.reload();
        else setTimeout(comeBack, 1000);
    };

    const away = () => {
        document.getElementById('away').hidden = false;
        comeBack();
    };

    Blazor.start({ circuit: { reconnectionHandler: { onConnectionDown: away, onConnectionUp: () => location.reload() } } }).catch(away);
})();

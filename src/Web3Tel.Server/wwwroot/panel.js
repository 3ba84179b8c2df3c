// What the page does by itself: clocks tick, times are the reader's, and it comes back after the service has been away.
(() => {
    // The server's clock counts, not the reader's.
    const skew = Date.now() - Number(document.documentElement.dataset.now);
    const two = n => String(n).padStart(2, '0');
    const LONG = 60, TOO_LONG = 180;

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

    customElements.define('since-clock', SinceClock);
    customElements.define('until-clock', UntilClock);
    customElements.define('local-time', LocalTime);
    setInterval(() => document.querySelectorAll('since-clock, until-clock').forEach(clock => clock.tick()), 1000);

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

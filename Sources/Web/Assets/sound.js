// Sounds of the player, made on the spot: a falling tone for lowering, a rising one for lifting, a
// tick for each second.

export class Sound {
  #context;
  #tone;

  /** Whether anything is heard; kept from one session to the next. */
  get isOn() {
    return localStorage.getItem("eccentric.sound") !== "off";
  }

  set isOn(value) {
    localStorage.setItem("eccentric.sound", value ? "on" : "off");
    if (!value) this.quiet();
  }

  /** Browsers give sound only after a tap: call this in one. */
  wake() {
    const Context = globalThis.AudioContext ?? globalThis.webkitAudioContext;
    if (!Context) return;
    this.#context ??= new Context();
    this.#context.resume?.();
  }

  phase(phase, seconds) {
    this.quiet();
    switch (phase) {
      case "eccentric": this.#tone = this.#play(520, 250, seconds, 0.12); break;
      case "concentric":
      case "assisted": this.#tone = this.#play(300, 560, Math.min(seconds, 0.5), 0.12); break;
      default: this.#tone = this.#play(380, 380, 0.08, 0.1);
    }
  }

  tick() {
    this.#play(900, 900, 0.04, 0.08);
  }

  quiet() {
    this.#tone?.stop();
    this.#tone = undefined;
  }

  #play(from, to, seconds, volume) {
    if (!this.#context || !this.isOn) return undefined;
    const now = this.#context.currentTime;
    const oscillator = this.#context.createOscillator();
    const gain = this.#context.createGain();
    oscillator.frequency.setValueAtTime(from, now);
    oscillator.frequency.linearRampToValueAtTime(to, now + seconds);
    gain.gain.setValueAtTime(0, now);
    gain.gain.linearRampToValueAtTime(volume, now + 0.02);
    gain.gain.setValueAtTime(volume, now + Math.max(0.02, seconds - 0.05));
    gain.gain.linearRampToValueAtTime(0, now + seconds);
    oscillator.connect(gain).connect(this.#context.destination);
    oscillator.start(now);
    oscillator.stop(now + seconds + 0.05);
    return oscillator;
  }
}

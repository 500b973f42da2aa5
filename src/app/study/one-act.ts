/** Something to save, and to show once it is saved. Harmless to repeat as a whole. */
export type Act = () => Promise<void>

/**
 * One act at a time: a second one is not begun before the first is done. One that failed is kept, and
 * can be tried again.
 */
export class OneAct {
  readonly #onTrouble: (error: unknown) => void
  #act: Act | null = null
  /** A step back or forth that was asked for while another kind of act was under way. */
  #next: Act | null = null
  #isStep = false
  #isBusy = false

  constructor(onTrouble: (error: unknown) => void) {
    this.#onTrouble = onTrouble
  }

  /** Whether an act is under way, or waits to be tried again. */
  get isPending(): boolean {
    return this.#act !== null
  }

  /** Does nothing while another act is pending. */
  do(act: Act): void {
    if (!this.#act) this.#begin(act, false)
  }

  /**
   * The same for undo and redo. They do not depend on what is on screen, so that one asked for while an
   * answer is being saved comes right after it; twice pressed is still one step.
   */
  step(act: Act): void {
    if (!this.#act) this.#begin(act, true)
    else if (this.#isBusy && !this.#isStep) this.#next = act
  }

  #begin(act: Act, isStep: boolean): void {
    this.#act = act
    this.#isStep = isStep
    this.retry()
  }

  retry(): void {
    void this.#try()
  }

  async #try(): Promise<void> {
    if (!this.#act || this.#isBusy) return
    this.#isBusy = true
    try {
      await this.#act()
      this.#act = null
    } catch (error) {
      this.#onTrouble(error)
    } finally {
      this.#isBusy = false
    }
    const next = this.#next
    this.#next = null
    if (next && !this.#act) this.#begin(next, true)
  }
}

/** Something to save, and to show once it is saved. Harmless to repeat as a whole. */
export type Act = () => Promise<void>

/**
 * One act at a time: a second one is not begun before the first is done. One that failed is kept, and
 * can be tried again.
 */
export class OneAct {
  readonly #onTrouble: (error: unknown) => void
  #act: Act | null = null
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
    if (this.#act) return
    this.#act = act
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
  }
}

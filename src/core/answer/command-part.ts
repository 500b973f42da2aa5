/** One piece of the comparison of a typed command with the answer, as the screen shows it. */
export interface CommandPart {
  /**
   * `extra`: exists and is not needed, or is one command too many; `unknown`: does not exist or is not
   * known to. A part may be the `same` although it is written in another way; `remark` then says how.
   */
  readonly state: 'same' | 'different' | 'missing' | 'extra' | 'unknown'
  /** As the answer has it; absent where the answer has nothing. */
  readonly expected?: string
  /** As it was typed; absent where nothing was. */
  readonly typed?: string
  /** A few words, without a full stop. */
  readonly remark?: string
}

/** A part, and what it does to the judgement: a `slight` fault is forgiven, a `serious` one is not. */
export interface Finding {
  readonly part: CommandPart
  readonly fault: 'none' | 'slight' | 'serious'
}

import { beforeAll, describe, expect, test } from 'vitest'
import { rendererFor } from '../../src/app/notes/render.ts'
import { highlightFor } from '../../src/app/notes/highlight.ts'
import { checkDay } from '../../src/compile/check-project.ts'
import { compileProject } from '../../src/compile/compile.ts'
import { createHighlight } from '../../src/compile/highlight.ts'
import { fullText } from '../../src/core/text/note-text.ts'
import { testDb } from '../support/test-db.ts'

const DECKS = 'tests/fixtures/decks/journey'

let deckHighlight: Awaited<ReturnType<typeof createHighlight>>
// Loading its grammars takes seconds on a busy machine.
beforeAll(async () => {
  deckHighlight = await createHighlight()
}, 30_000)

describe('code', () => {
  test.each([
    ['az', 'az vm create --name vm1 \\\n  --size "Standard_B1s" # small'],
    ['bash', 'for i in $(seq 3); do echo "$i" | tee -a log.txt; done'],
    ['powershell', 'Get-AzVM -Name vm1 | Where-Object { $_.Id -ne $null }'],
    [
      'bicep',
      "param name string = 'a'\nresource vm 'Microsoft.Compute/virtualMachines@2024-03-01' = {\n  name: name\n}",
    ],
    ['json', '{ "a": [1, true, null, "b"] }'],
    ['kql', 'Heartbeat | where TimeGenerated > ago(1h) | summarize count() by Computer'],
    ['yaml', 'a:\n  - b: 1\n    c: "d" # e'],
    ['unknown', 'a < b && c'],
  ])('of %s has the colours that it has in the decks', async (lang, code) => {
    const ours = await highlightFor([lang])
    expect(ours(code, lang)).toBe(deckHighlight(code, lang))
  })
})

test('what the editor renders from the text of a shipped card is the shipped card', async () => {
  const { bundles } = await compileProject({ folder: DECKS, today: checkDay(), base: '/' })
  const notes = (bundles ?? []).flatMap((bundle) => bundle.notes)
  expect(new Set(notes.map(({ body }) => body.type)).size).toBeGreaterThan(6)
  const texts = notes.map(({ text }) => fullText(text))
  const render = await rendererFor(testDb(), texts)
  for (const [index, note] of notes.entries()) {
    const text = texts[index]
    if (!text) throw new Error('every note has its text')
    const syntax = note.body.type === 'command' ? note.body.syntax : []
    const { body, why, title } = render(text, syntax)
    const whole = note.body.type === 'scenario' ? withoutSyntax(note.body) : note.body
    const ours = body.type === 'scenario' ? withoutSyntax(body) : body
    expect({ ours, why, title }).toEqual({ ours: whole, why: note.why, title: note.title })
  }
})

/** Questions of a scenario do not keep what is known of their commands. */
function withoutSyntax(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body, (key, value: unknown) => (key === 'syntax' ? [] : value)))
}

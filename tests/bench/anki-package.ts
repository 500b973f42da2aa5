import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import initSqlJs from 'sql.js'
import {
  confJson,
  DECK_OPTIONS_JSON,
  decksJson,
  modelsJson,
  MODELS,
  SCHEMA,
} from '../../src/core/anki-export/models.ts'

const DAY_MS = 86_400_000

/**
 * A package as somebody has it who used Anki for two years: notes in forty decks, each card answered ten
 * times, half of the texts with markup. The same in every run.
 */
export async function largePackage(
  notes: number,
  answers: number,
  now: number,
): Promise<Uint8Array> {
  const wasm = readFileSync('node_modules/sql.js/dist/sql-wasm.wasm')
  const sql = await initSqlJs({ wasmBinary: new Uint8Array(wasm).buffer })
  const database = new sql.Database()
  database.run(SCHEMA)
  const first = now - 730 * DAY_MS
  const seconds = Math.floor(now / 1000)
  const decks = Array.from({ length: 40 }, (_, index) => ({
    id: 1000 + index,
    name: `Deck::Part ${index}`,
  }))
  const addNote = database.prepare("INSERT INTO notes VALUES (?,?,?,?,-1,?,?,'',0,0,'')")
  const addCard = database.prepare(
    "INSERT INTO cards VALUES (?,?,?,0,?,-1,2,2,?,?,2500,10,0,0,0,0,0,'')",
  )
  const addAnswer = database.prepare('INSERT INTO revlog VALUES (?,?,-1,?,10,5,2500,5000,1)')
  database.run('BEGIN')
  for (let index = 0; index < notes; index++) {
    const id = first + index * 1000
    const text = `Question ${index}: which <b>service</b> keeps ${index % 97} files of <code>type ${index % 13}</code>?`
    const fields =
      index % 2 === 0
        ? `${text}\u001FThe <i>answer</i> number ${index}<br>in two lines\u001F`
        : `A {{c1::gap ${index}}} in a plain text of some length, as many have it.\u001F`
    const model = index % 2 === 0 ? MODELS.basic.id : MODELS.cloze.id
    addNote.run([id, `guid${index}`, model, seconds, ` tag${index % 50} `, fields])
    addCard.run([id, id, 1000 + (index % 40), seconds, 730 + (index % 60), 30 + (index % 90)])
  }
  for (let index = 0; index < answers; index++) {
    const card = first + (index % notes) * 1000
    const round = Math.floor(index / notes)
    const at = first + round * 60 * DAY_MS + (index % notes) * 1000
    addAnswer.run([at, card, index % 11 === 0 ? 1 : 3])
  }
  for (const statement of [addNote, addCard, addAnswer]) statement.free()
  database.run("INSERT INTO col VALUES (1,?,?,?,11,0,0,0,?,?,?,?,'{}')", [
    Math.floor(first / 1000),
    now,
    now,
    confJson(1),
    modelsJson(1000, seconds),
    decksJson(decks, seconds),
    DECK_OPTIONS_JSON,
  ])
  database.run('COMMIT')
  const collection = database.export()
  database.close()
  return zipSync({ 'collection.anki2': collection, media: new TextEncoder().encode('{}') })
}

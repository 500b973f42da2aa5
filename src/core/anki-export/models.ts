/**
 * The note types of an exported package, in the form of Anki's schema 11. Their ids never change, so that
 * a second package has the same types.
 */
export const MODELS = {
  basic: { id: 1_764_201_600_001, name: 'Cirrus', fields: ['Front', 'Back', 'Why'] },
  reversed: {
    id: 1_764_201_600_002,
    name: 'Cirrus (both directions)',
    fields: ['Front', 'Back', 'Reverse front', 'Reverse back', 'Why'],
  },
  cloze: { id: 1_764_201_600_003, name: 'Cirrus (gaps)', fields: ['Text', 'Why'] },
} as const
export type ModelName = keyof typeof MODELS

const ANSWER = '\n\n<hr id=answer>\n\n'
const WHY = '{{#Why}}<div class="why">{{Why}}</div>{{/Why}}'

const TEMPLATES: Readonly<Record<ModelName, readonly (readonly [front: string, back: string])[]>> =
  {
    basic: [['{{Front}}', `{{FrontSide}}${ANSWER}{{Back}}${WHY}`]],
    reversed: [
      ['{{Front}}', `{{FrontSide}}${ANSWER}{{Back}}${WHY}`],
      ['{{Reverse front}}', `{{FrontSide}}${ANSWER}{{Reverse back}}${WHY}`],
    ],
    cloze: [['{{cloze:Text}}', `{{cloze:Text}}${WHY}`]],
  }

const CSS = `.card { font-family: system-ui, sans-serif; font-size: 20px; max-width: 40em; margin: auto; text-align: left; color: black; background-color: white; }
.cloze { font-weight: bold; color: blue; }
.why { margin-top: 1em; font-size: 16px; color: #555; }
pre { white-space: pre-wrap; }
img { max-width: 100%; }`

const LATEX_PRE =
  '\\documentclass[12pt]{article}\n\\special{papersize=3in,5in}\n\\usepackage{amssymb,amsmath}\n\\pagestyle{empty}\n\\setlength{\\parindent}{0in}\n\\begin{document}\n'

/** The column `models` of the collection. */
export function modelsJson(deckId: number, seconds: number): string {
  const models = Object.entries(MODELS).map(([name, { id, name: title, fields }]) => [
    id,
    {
      id,
      name: title,
      type: name === 'cloze' ? 1 : 0,
      mod: seconds,
      usn: -1,
      sortf: 0,
      did: deckId,
      css: CSS,
      latexPre: LATEX_PRE,
      latexPost: '\\end{document}',
      vers: [],
      tags: [],
      flds: fields.map((field, ord) => ({
        name: field,
        ord,
        sticky: false,
        rtl: false,
        font: 'Arial',
        size: 20,
        media: [],
      })),
      tmpls: (isModelName(name) ? TEMPLATES[name] : []).map(([qfmt, afmt], ord) => ({
        name: `Card ${ord + 1}`,
        ord,
        qfmt,
        afmt,
        did: null,
        bqfmt: '',
        bafmt: '',
      })),
      ...(name !== 'cloze' && { req: requiredFields(name) }),
    },
  ])
  return JSON.stringify(Object.fromEntries(models))
}

function isModelName(name: string): name is ModelName {
  return Object.hasOwn(MODELS, name)
}

/** Which fields a card needs: the front of each template. */
function requiredFields(name: string): (string | number | number[])[][] {
  return name === 'reversed'
    ? [
        [0, 'any', [0]],
        [1, 'any', [2]],
      ]
    : [[0, 'any', [0]]]
}

/** The column `decks`: Anki's own, and these. */
export function decksJson(
  decks: readonly { readonly id: number; readonly name: string }[],
  seconds: number,
): string {
  const all = [{ id: 1, name: 'Default' }, ...decks]
  return JSON.stringify(
    Object.fromEntries(
      all.map(({ id, name }) => [
        id,
        {
          id,
          name,
          mod: seconds,
          usn: -1,
          desc: '',
          dyn: 0,
          conf: 1,
          collapsed: false,
          extendNew: 10,
          extendRev: 50,
          newToday: [0, 0],
          revToday: [0, 0],
          lrnToday: [0, 0],
          timeToday: [0, 0],
        },
      ]),
    ),
  )
}

/** The column `dconf`: one set of options, Anki's defaults. */
export const DECK_OPTIONS_JSON = JSON.stringify({
  1: {
    id: 1,
    name: 'Default',
    mod: 0,
    usn: 0,
    maxTaken: 60,
    autoplay: true,
    timer: 0,
    replayq: true,
    new: {
      delays: [1, 10],
      ints: [1, 4, 7],
      initialFactor: 2500,
      separate: true,
      order: 1,
      perDay: 20,
      bury: false,
    },
    rev: {
      perDay: 200,
      ease4: 1.3,
      fuzz: 0.05,
      minSpace: 1,
      ivlFct: 1,
      maxIvl: 36_500,
      bury: false,
    },
    lapse: { delays: [10], mult: 0, minInt: 1, leechFails: 8, leechAction: 0 },
  },
})

/** The column `conf`. The first scheduler is the one that every version can read. */
export function confJson(nextPosition: number): string {
  return JSON.stringify({
    activeDecks: [1],
    curDeck: 1,
    newSpread: 0,
    collapseTime: 1200,
    timeLim: 0,
    estTimes: true,
    dueCounts: true,
    curModel: `${MODELS.basic.id}`,
    nextPos: nextPosition,
    sortType: 'noteFld',
    sortBackwards: false,
    addToCur: true,
    dayLearnFirst: false,
    schedVer: 1,
  })
}

/** The tables of schema 11. */
export const SCHEMA = `
CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null, scm integer not null, ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null, models text not null, decks text not null, dconf text not null, tags text not null);
CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null, mod integer not null, usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null, flags integer not null, data text not null);
CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null, ord integer not null, mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null, ivl integer not null, factor integer not null, reps integer not null, lapses integer not null, left integer not null, odue integer not null, odid integer not null, flags integer not null, data text not null);
CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null, ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null, type integer not null);
CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
CREATE INDEX ix_notes_usn on notes (usn);
CREATE INDEX ix_cards_usn on cards (usn);
CREATE INDEX ix_revlog_usn on revlog (usn);
CREATE INDEX ix_cards_nid on cards (nid);
CREATE INDEX ix_cards_sched on cards (did, queue, due);
CREATE INDEX ix_revlog_cid on revlog (cid);
CREATE INDEX ix_notes_csum on notes (csum);
`

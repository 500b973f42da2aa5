import { beforeAll, expect, test } from 'vitest'
import { zstdCompressSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { readPackage } from '../../src/app/import/anki-package.ts'
import { unzstd } from '../../src/app/import/zstd.ts'
import { zipEntries } from '../../src/app/import/zip.ts'
import { convertCollection } from '../../src/core/anki/convert.ts'
import { ANKI_CLOCK, ankiFixture, loadSqlite } from '../support/anki.ts'
import { CREATED, newerPackage } from '../support/anki-newer.ts'

beforeAll(loadSqlite)

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])

test('a package of the newer generation is read like an older one', async () => {
  const first = CREATED * 1000 + 60_000
  const file = await newerPackage({
    notes: [
      { guid: 'one', model: 'basic', fields: ['Ärger <b>x</b>', '<img src="a.png">'], tags: ' t ' },
      { guid: 'two', model: 'cloze', fields: ['{{c1::a}} b', 'more'] },
      { guid: 'three', model: 'occlusion', fields: ['{{c1::image-occlusion:rect}}', ''] },
    ],
    answers: [
      [first, 2, 0],
      [first + 86_400_000, 3, 1],
      [first + 2 * 86_400_000, 3, 3],
      [first + 3 * 86_400_000, 0, 4],
    ],
    media: { 'a.png': PNG },
  })
  const { collection, mediaNames, media } = await readPackage(file)
  expect(collection.schedulerVersion).toBe(2)
  expect([...mediaNames]).toEqual(['a.png'])
  expect(await media('a.png')).toEqual(PNG)
  expect(await media('b.png')).toBeNull()

  const { notes, left } = convertCollection(collection, ANKI_CLOCK)
  expect(
    notes.map(({ deck, text, tags }) => [deck, text.type, text.ask, text.answer, tags]),
  ).toEqual([
    ['Azure::Newer', 'basic', 'Ärger **x**', '![a](file:a.png)', ['t']],
    ['Azure::Newer', 'cloze', '{{c1::a}} b', '', []],
  ])
  expect(notes[1]?.text.why).toBe('more')
  // Four buttons; early in a filtered deck; the last entry says that somebody set a day.
  expect(notes[0]?.log.map((e) => (e.kind === 'rated' ? `${e.rating} ${e.mode}` : e.kind))).toEqual(
    ['hard study', 'good study', 'good ahead', 'rescheduled', 'rescheduled'],
  )
  expect(left).toEqual([
    { kind: 'occlusion', count: 1, examples: ['Image Occlusion'] },
    { kind: 'no history', count: 1, examples: [] },
  ])
})

test('a small file that would fill the memory is stopped', () => {
  const bomb = new Uint8Array(zstdCompressSync(new Uint8Array(50_000_000)))
  expect(bomb.length).toBeLessThan(10_000)
  expect(() => unzstd(bomb, 1_000_000)).toThrow('too large')
  // One that says nothing of its size is stopped on the way.
  const silent = new Uint8Array(
    zstdCompressSync(new Uint8Array(50_000_000), { pledgedSrcSize: undefined, params: {} }),
  )
  expect(() => unzstd(silent, 1_000_000)).toThrow('too large')
})

test('an archive that lies about a size is refused', async () => {
  const zip = zipSync({ 'collection.anki2': new Uint8Array(100_000) })
  const view = new DataView(zip.buffer)
  // The size in the list of files: less than comes out.
  const at = zip.findLastIndex(
    (_, index) => index + 4 <= zip.length && view.getUint32(index, true) === 0x02014b50,
  )
  view.setUint32(at + 24, 1000, true)
  await expect(readPackage(new Blob([zip]))).rejects.toThrow('damaged')
  view.setUint32(at + 24, 4_000_000_000, true)
  await expect(readPackage(new Blob([zip]))).rejects.toThrow('too large')
})

test('names in an archive are never paths: they are looked up', async () => {
  const zip = zipSync({
    '../../etc/passwd': new Uint8Array(1),
    'collection.anki2': new Uint8Array(9),
  })
  expect([...(await zipEntries(new Blob([zip.slice()]))).keys()]).toContain('../../etc/passwd')
  await expect(readPackage(new Blob([zip.slice()]))).rejects.toThrow('no database')
})

test('an archive without a collection is none of Anki', async () => {
  const zip = zipSync({ 'a.txt': new Uint8Array(1) })
  await expect(readPackage(new Blob([zip.slice()]))).rejects.toThrow('unknown')
})

test('a package that ends early is damaged', async () => {
  const whole = ankiFixture('deck-v1.apkg')
  for (const share of [0.1, 0.5, 0.9, 0.99]) {
    await expect(readPackage(whole.slice(0, whole.size * share))).rejects.toThrow('damaged')
  }
})

import { useSyncExternalStore } from 'react'
import { useLoaderData } from 'react-router'
import type { ActionFunctionArgs } from 'react-router'
import * as v from 'valibot'
import type { ExamId } from '../../core/note.ts'
import { schedulerSettingsOf } from '../../core/scheduler.ts'
import { EXAM_SCHEMA, SETTING_SCHEMAS } from '../../core/setting-schemas.ts'
import type { SettingKey, Settings } from '../../core/settings.ts'
import { STUDY_SETTING_SCHEMAS } from '../../core/study-settings.ts'
import type { StudySettingKey } from '../../core/study-settings.ts'
import { deviceId } from '../../db/device.ts'
import { StorageFault } from '../../db/faults.ts'
import { ownDeckUse } from '../../db/own-decks.ts'
import type { DeckUse } from '../../db/own-decks.ts'
import { ensureProjection } from '../../db/projection.ts'
import { loadSettings } from '../../db/settings.ts'
import { saveSetting } from '../../db/save-setting.ts'
import { loadStudySettings, saveStudySetting } from '../../db/study-settings.ts'
import { askPersist, isPersisted, storageEstimate } from '../../db/storage.ts'
import type { App } from '../app.ts'
import { Columns, Page } from '../components/page.tsx'
import { SettingsDecks } from '../components/settings-decks.tsx'
import { SettingsExams } from '../components/settings-exams.tsx'
import { SettingsSession } from '../components/settings-session.tsx'
import { SettingsStorage } from '../components/settings-storage.tsx'
import { SettingsStudy, SettingsTheme } from '../components/settings-study.tsx'
import { useTidyImages } from '../editor/tidy-images.ts'
import type { SaveResult } from '../hooks/use-setting.ts'
import { installFromBuild } from '../install.ts'
import type { Screen } from '../screen.ts'
import { useOwnDecks } from '../settings/use-own-decks.ts'
import { createStore } from '../store.ts'
import type { Store } from '../store.ts'
import { applyTheme } from '../theme.ts'
import { SETTINGS } from '../words/settings.ts'

/** Settings on which every due date rests. */
const SCHEDULING: ReadonlySet<SettingKey> = new Set(['desiredRetention', 'rolloverHour'])

const One = v.variant('key', [
  v.strictObject({ key: v.literal('buttons'), value: SETTING_SCHEMAS.buttons }),
  v.strictObject({ key: v.literal('newPerDay'), value: SETTING_SCHEMAS.newPerDay }),
  v.strictObject({ key: v.literal('desiredRetention'), value: SETTING_SCHEMAS.desiredRetention }),
  v.strictObject({ key: v.literal('rolloverHour'), value: SETTING_SCHEMAS.rolloverHour }),
  v.strictObject({ key: v.literal('theme'), value: SETTING_SCHEMAS.theme }),
])
/** Those that only studying needs. */
const OfStudy = v.variant('key', [
  v.strictObject({ key: v.literal('keys'), value: STUDY_SETTING_SCHEMAS.keys }),
  v.strictObject({ key: v.literal('swipe'), value: STUDY_SETTING_SCHEMAS.swipe }),
  v.strictObject({ key: v.literal('haptics'), value: STUDY_SETTING_SCHEMAS.haptics }),
  v.strictObject({ key: v.literal('thinkFirst'), value: STUDY_SETTING_SCHEMAS.thinkFirst }),
  v.strictObject({ key: v.literal('idleSeconds'), value: STUDY_SETTING_SCHEMAS.idleSeconds }),
  v.strictObject({ key: v.literal('speak'), value: STUDY_SETTING_SCHEMAS.speak }),
  v.strictObject({ key: v.literal('refit'), value: STUDY_SETTING_SCHEMAS.refit }),
])
const Exams = v.union([
  v.strictObject({ add: EXAM_SCHEMA }),
  v.strictObject({ remove: EXAM_SCHEMA }),
])
const Change = v.union([One, OfStudy, Exams, v.strictObject({ persist: v.literal(true) })])

/** Settings, each saved as soon as it is changed; the exams; and what the browser stores. */
export function settingsRoute(app: App): Screen {
  const progress = createStore<number | null>(null)
  return {
    loader: settingsLoader(app),
    action: settingsAction(app, progress),
    Component: () => <SettingsPage progress={progress} />,
  }
}

function settingsLoader(app: App) {
  return async () => {
    const [settings, study, decks, use, persisted] = await Promise.all([
      loadSettings(app.db),
      loadStudySettings(app.db),
      ownDeckUse(app.db),
      storageEstimate(),
      isPersisted(),
    ])
    return { settings, study, decks, use, persisted, exams: app.exams }
  }
}

export function settingsAction(app: App, progress: Store<number | null>) {
  return async ({ request }: ActionFunctionArgs) => {
    const change = v.parse(Change, await request.json())
    if ('persist' in change) return { persisted: await askPersist() }
    try {
      if ('key' in change) {
        return isOfStudy(change)
          ? await saveOfStudy(app, change)
          : await saveOne(app, change, progress)
      }
      return await changeExams(app, change, progress)
    } catch (error) {
      if (error instanceof StorageFault) return { problem: error.message }
      throw error
    }
  }
}

async function saveOne(
  app: App,
  change: v.InferOutput<typeof One>,
  progress: Store<number | null>,
): Promise<SaveResult> {
  await save<SettingKey>(app, change.key, change.value)
  if (SCHEDULING.has(change.key)) await rebuild(app, progress)
  if (change.key === 'theme') applyTheme(change.value)
  return { saved: true }
}

type StudyChange = v.InferOutput<typeof OfStudy>

function isOfStudy(change: v.InferOutput<typeof One> | StudyChange): change is StudyChange {
  return Object.hasOwn(STUDY_SETTING_SCHEMAS, change.key)
}

async function saveOfStudy(app: App, { key, value }: StudyChange): Promise<SaveResult> {
  const device = await deviceId(app.db, app.newId)
  await saveStudySetting<StudySettingKey>(app.db, key, value, app.now(), device)
  return { saved: true }
}

async function rebuild(app: App, progress: Store<number | null>): Promise<void> {
  const settings = schedulerSettingsOf(await loadSettings(app.db))
  try {
    await ensureProjection(app.db, settings, (done, total) => progress.set(done / total))
  } finally {
    progress.set(null)
  }
}

async function changeExams(
  app: App,
  change: v.InferOutput<typeof Exams>,
  progress: Store<number | null>,
): Promise<SaveResult> {
  const { exams } = await loadSettings(app.db)
  if ('remove' in change) {
    await save(app, 'exams', without(exams, change.remove))
    // The order of exams decides by which settings a card of several goes.
    await rebuild(app, progress)
    return { saved: true }
  }
  const problem = await installFromBuild(app, [change.add])
  if (problem) return problem
  await save(app, 'exams', [...without(exams, change.add), change.add])
  await rebuild(app, progress)
  return { saved: true }
}

function without(exams: readonly ExamId[], gone: ExamId): ExamId[] {
  return exams.filter((other) => other !== gone)
}

async function save<Key extends SettingKey>(
  app: App,
  key: Key,
  value: Settings[Key],
): Promise<void> {
  await saveSetting(app.db, key, value, app.now(), await deviceId(app.db, app.newId))
}

function SettingsPage({ progress }: { readonly progress: Store<number | null> }) {
  const { settings, study, decks, exams, use, persisted } =
    useLoaderData<ReturnType<typeof settingsLoader>>()
  const deckActs = useOwnDecks()
  useTidyImages()
  const rebuilt = useSyncExternalStore(progress.subscribe, progress.get)
  return (
    <Page title={SETTINGS.screen} heading={SETTINGS.heading} lead={SETTINGS.lead}>
      <Columns
        side={
          <>
            <SettingsExams exams={exams} chosen={settings.exams} />
            <SettingsDecks decks={decks.map(deckLine)} {...deckActs} />
            <SettingsStorage use={use} isPersisted={persisted} />
          </>
        }
      >
        <SettingsStudy settings={settings} progress={rebuilt} />
        <SettingsSession settings={study} />
        <SettingsTheme settings={settings} />
      </Columns>
    </Page>
  )
}

function deckLine({ deck: { id, title }, notes }: DeckUse) {
  return { id, title, notes }
}

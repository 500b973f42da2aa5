import { createRoot } from 'react-dom/client'
import { EXAMS } from 'virtual:cirrus/exams'
import { registerSW } from 'virtual:pwa-register'
import { StudyDb } from '../db/db.ts'
import type { App } from './app.ts'
import { databaseName } from './database-name.ts'
import { loadBundle } from './exams.ts'
import { startApp } from './start.tsx'
import { onlyOwnScripts } from './trusted-types.ts'
import { serviceWorkerUpdates } from './updates.ts'
import { loadStudy } from './warm-up.ts'
import './styles/tokens.css'
import './styles/base.css'

// First of all: a default policy is made once, before anything needs it.
onlyOwnScripts(window)
const db = new StudyDb(databaseName())
const updates = serviceWorkerUpdates(registerSW, () => window.location.reload())

const app: App = {
  db,
  exams: EXAMS,
  updates,
  now: () => Date.now(),
  utcOffsetMin: (at) => -new Date(at).getTimezoneOffset(),
  newId: () => crypto.randomUUID(),
  loadBundle: (exam) => loadBundle(EXAMS, exam),
  loadAudits: async () => (await import('virtual:cirrus/audits')).AUDITS,
}

const element = document.getElementById('root')
if (!element) throw new Error('index.html has no #root')
if (/\/study\/?$/.test(window.location.pathname)) loadStudy()
void startApp(app, createRoot(element))

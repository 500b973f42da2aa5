import { useMemo, useSyncExternalStore } from 'react'
import { useLoaderData, useRevalidator } from 'react-router'
import type { LoaderFunctionArgs, ShouldRevalidateFunctionArgs } from 'react-router'
import { loadBrowseSettings } from '../../db/browse-settings.ts'
import type { App } from '../app.ts'
import { Collection } from '../browse/collection.ts'
import { BrowsePage } from '../browse/page.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { Page } from '../components/page.tsx'
import { useChanges } from '../hooks/use-changes.ts'
import type { Screen } from '../screen.ts'
import { BROWSE } from '../words/browse.ts'

/** All cards: to look through, to search, and to change many at once. */
export function browseRoute(app: App): Screen {
  const collection = new Collection(app)
  return {
    loader: browseLoader(app, collection),
    Component: () => <Browse collection={collection} />,
    shouldRevalidate,
  }
}

/** The query stands in the address and is looked at by the page itself, with each key press. */
function shouldRevalidate(args: ShouldRevalidateFunctionArgs): boolean {
  const { currentUrl, nextUrl, defaultShouldRevalidate } = args
  return currentUrl.search === nextUrl.search && defaultShouldRevalidate
}

function browseLoader(app: App, collection: Collection) {
  return async ({ request }: Pick<LoaderFunctionArgs, 'request'>) => {
    // A search or an order can only be answered with all cards.
    const isAsked = new URL(request.url).search !== ''
    const opening = isAsked ? collection.open() : collection.openFirst()
    const [settings] = await Promise.all([loadBrowseSettings(app.db), opening])
    return settings
  }
}

function Browse({ collection }: { readonly collection: Collection }) {
  const settings = useLoaderData<ReturnType<typeof browseLoader>>()
  const listed = useSyncExternalStore(collection.store.subscribe, collection.store.get)
  const { revalidate } = useRevalidator()
  useChanges(() => void revalidate())
  const hasCards = useMemo(() => listed !== null && listed.rows.length > 0, [listed])
  if (!listed) return null
  if (listed.fault !== null) throw listed.fault
  if (!hasCards && listed.read === 1) {
    return (
      <Page title={BROWSE.screen} heading={BROWSE.screen} lead={BROWSE.noCards}>
        <p>
          <LinkButton to="/settings" compact>
            {BROWSE.toSettings}
          </LinkButton>
        </p>
      </Page>
    )
  }
  return <BrowsePage listed={listed} collection={collection} settings={settings} />
}

import type { PublisherSettings } from '#cms/publication/protocol.ts'
import type { Env } from '../env.ts'

/** What the publisher needs of the settings. */
export const publisherSettings = ({
  DATA_DIR,
  MEDIA_DIR,
  PUBLIC_URL,
  SITE_ENTRY,
}: Env): PublisherSettings => ({
  dataDir: DATA_DIR,
  mediaDir: MEDIA_DIR,
  publicUrl: PUBLIC_URL,
  siteEntry: SITE_ENTRY,
})

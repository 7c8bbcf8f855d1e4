-- The read model: what is public, and nothing else. Never migrated: another version means a rebuild.
-- Written only by publication; read by the site and the web server.

CREATE TABLE meta (
  key TEXT PRIMARY KEY,              -- schema_version, site_version, public_url; as_of (YYYY-MM-DD in Asia/Ho_Chi_Minh) and
                                     -- as_of_minute (ISO 8601 UTC): the only clock that pages may show; rows_version: of
                                     -- the code that made the rows, see publication/rows-version.ts
  value TEXT NOT NULL
) WITHOUT ROWID;

-- One row for every item that readers may still read (live, or withdrawn with its banner).
CREATE TABLE items (
  ref TEXT PRIMARY KEY,              -- news/5f0c…
  collection TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('live', 'withdrawn')),
  path TEXT UNIQUE,                  -- NULL: settings, which other pages show
  language TEXT NOT NULL,
  title TEXT NOT NULL,               -- what links to it say
  edition INTEGER NOT NULL,
  hash TEXT NOT NULL,
  public_date TEXT NOT NULL,         -- ISO 8601 UTC
  first_live_at TEXT NOT NULL,
  last_live_at TEXT NOT NULL,
  last_major_at TEXT NOT NULL,       -- the last change that was more than a minor one
  change_kind TEXT NOT NULL CHECK (change_kind IN ('major', 'minor', 'correction')),
  change_note TEXT,
  corrections TEXT NOT NULL DEFAULT '[]', -- { at, note }[], newest first, JSON
  withdrawn_at TEXT,
  withdrawn_note TEXT,
  history INTEGER NOT NULL DEFAULT 0, -- how many editions its public history tells; 0: it has none
  files TEXT NOT NULL DEFAULT '[]',  -- StoredFile[] of its uploads, JSON
  content TEXT NOT NULL              -- the edition's content but for its body, canonical JSON
); -- with row numbers: rows this wide, kept in the tree of their keys, made each question two to four times as dear

-- Rich text of items. Apart, because it is most of what is kept of one and lists, cards and sitemaps read hundreds without it.
CREATE TABLE bodies (
  ref TEXT PRIMARY KEY REFERENCES items (ref) ON DELETE CASCADE,
  body TEXT NOT NULL                 -- canonical JSON
);

-- Which lists a live item stands in. List names: see cms/published/lists.ts.
CREATE TABLE list_entries (
  list TEXT NOT NULL,
  sort TEXT NOT NULL,                -- descending: newest first; ties broken by ref
  ref TEXT NOT NULL REFERENCES items (ref) ON DELETE CASCADE,
  PRIMARY KEY (list, sort DESC, ref)
) WITHOUT ROWID;
CREATE INDEX list_entries_by_ref ON list_entries (ref);

-- Which items a page of an item mentions (relation targets), so that a change finds the pages that show it.
CREATE TABLE mentions (
  from_ref TEXT NOT NULL REFERENCES items (ref) ON DELETE CASCADE,
  kind TEXT NOT NULL,                -- agency, topic, about-document, issuer, field, parent, successor, link, replaces …;
                                     -- edition-3: the page of its history that tells what edition 3 changed
  to_ref TEXT NOT NULL,              -- an item, or a path of ours (/tin-tuc/2011/05/) that settings link to
  PRIMARY KEY (from_ref, kind, to_ref)
) WITHOUT ROWID;
CREATE INDEX mentions_by_target ON mentions (to_ref, kind);

-- The public history of items that had more than one public edition: every edition that was live at some time.
CREATE TABLE public_editions (
  ref TEXT NOT NULL REFERENCES items (ref) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  live_at TEXT NOT NULL,             -- ISO 8601 UTC: when it first went live
  change_kind TEXT NOT NULL CHECK (change_kind IN ('major', 'minor', 'correction')),
  change_note TEXT,
  marks TEXT NOT NULL,               -- { kind: withdrawn | restored, at, note? }[], JSON
  hidden_at TEXT,                    -- its words are no longer public: neither content nor note stands here
  hidden_note TEXT,
  content TEXT,                      -- canonical JSON, body included; NULL: hidden
  PRIMARY KEY (ref, number)
) WITHOUT ROWID;

-- Addresses that answer 301 or 410.
CREATE TABLE closed_addresses (
  path TEXT PRIMARY KEY,
  ref TEXT NOT NULL,
  status INTEGER NOT NULL CHECK (status IN (301, 410)),
  target TEXT,                       -- path, for 301
  title TEXT,
  note TEXT,                         -- public reason, for 410
  at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX closed_addresses_by_ref ON closed_addresses (ref);

-- Public files: /tep/{first 16 of sha256}/{name}. A file stands while any item shows it.
CREATE TABLE public_files (
  path TEXT NOT NULL,
  ref TEXT NOT NULL REFERENCES items (ref) ON DELETE CASCADE,
  sha256 TEXT NOT NULL,
  mime_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  PRIMARY KEY (path, ref)
) WITHOUT ROWID;
CREATE INDEX public_files_by_ref ON public_files (ref);

-- The public tree as it should be: every rendered page, feed and sitemap.
CREATE TABLE routes (
  path TEXT PRIMARY KEY,
  sha256 TEXT,                       -- of the bytes on disk; NULL until first written
  stale INTEGER NOT NULL DEFAULT 1,  -- 1: must be rendered (or removed) again
  priority INTEGER NOT NULL DEFAULT 1, -- 0 removal, 1 own route, 2 list, 3 knock-on
  failed TEXT,                       -- why the last rendering failed; the last good bytes stay
  is_bare INTEGER NOT NULL DEFAULT 0 -- 1: its compressed variants are still to be made, after a large rebuild
) WITHOUT ROWID;
-- In the order of the queue (publication/route-queue.ts), so that the next ones are found without sorting all.
CREATE INDEX routes_waiting ON routes (priority, substr(path, 1, 5) <> '/tep/', path) WHERE stale = 1 AND failed IS NULL;
CREATE INDEX routes_failed ON routes (priority, substr(path, 1, 5) <> '/tep/', path) WHERE stale = 1 AND failed IS NOT NULL;
CREATE INDEX routes_bare ON routes (path) WHERE is_bare = 1;

-- The site-wide notice, outside the editions: at most one stands at a time.
CREATE TABLE notices (
  id TEXT PRIMARY KEY,
  level TEXT NOT NULL CHECK (level IN ('info', 'warning', 'serious', 'emergency')),
  text TEXT NOT NULL,                -- plain
  link_url TEXT,
  link_text TEXT,
  starts_at TEXT NOT NULL,           -- ISO 8601 UTC
  ends_at TEXT                       -- ISO 8601 UTC; NULL: until it is taken away
) WITHOUT ROWID;

-- The daily anchors of the CMS's audit: hashes and counts, nothing else of it.
CREATE TABLE anchors (
  day TEXT PRIMARY KEY,              -- YYYY-MM-DD in Asia/Ho_Chi_Minh
  number INTEGER NOT NULL,           -- of the last event
  seal TEXT NOT NULL,                -- of the last event: SHA-256, hex
  events INTEGER NOT NULL,           -- since the anchor before
  editions INTEGER NOT NULL          -- that existed then
) WITHOUT ROWID;

-- The newest publication applied for an item: an older one is refused.
CREATE TABLE applied (
  ref TEXT PRIMARY KEY,
  edition INTEGER NOT NULL,
  outcomes INTEGER NOT NULL,         -- of the edition; with its number they order what happened, the clock does not
  state TEXT NOT NULL,
  state_at TEXT NOT NULL,
  rows_hash TEXT NOT NULL            -- SHA-256 of the item's rows as they were written: proves a copy of them
) WITHOUT ROWID;

-- Search over live items, written by search-rows.ts. `exact` columns keep tone marks (NFC, lower case),
-- `folded` ones do not. Contentless: the words are indexed, not kept; snippets come from items.content.
CREATE VIRTUAL TABLE search USING fts5 (
  ref UNINDEXED,
  collection UNINDEXED,
  public_date UNINDEXED,
  exact_title, folded_title, exact_text, folded_text, number_keys,
  content = '', contentless_delete = 1, contentless_unindexed = 1,
  tokenize = "unicode61 remove_diacritics 0"
);

-- Row numbers of `search`, rising with the item's date, so that the newest matches are read first without sorting.
CREATE TABLE search_rows (
  row INTEGER PRIMARY KEY,           -- (day * 2^20 + counter) * 4 + kind, see search-rows.ts
  ref TEXT NOT NULL UNIQUE
);

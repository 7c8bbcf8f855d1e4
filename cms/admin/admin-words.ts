/** Payload's own words where they would mislead here: saving keeps a working copy, versions are its saves. */
export const adminWords = {
  general: { collections: 'Kho nội dung', dashboard: 'Việc của tôi', save: 'Lưu' },
  version: { version: 'Lần lưu', versions: 'Các lần lưu', versionID: 'Mã lần lưu' },
}

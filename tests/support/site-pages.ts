/** One address of every kind of page, in the small province of the fixture. */
import type { ClosedAddress } from '#published/views.ts'

export const pageKinds = {
  home: '/',
  newsFront: '/tin-tuc/',
  newsMonth: '/tin-tuc/2011/05/',
  news: '/tin-tuc/co-quan-nha-nuoc-day-manh-ung-dung-cntt/',
  history: '/tin-tuc/co-quan-nha-nuoc-day-manh-ung-dung-cntt/lich-su/',
  historyEdition: '/tin-tuc/co-quan-nha-nuoc-day-manh-ung-dung-cntt/lich-su/4/',
  comparison: '/tin-tuc/co-quan-nha-nuoc-day-manh-ung-dung-cntt/lich-su/?tu=1&den=4',
  withdrawn: '/tin-tuc/lich-ngung-cap-dien-thang-5/',
  topic: '/tin-tuc/chuyen-muc/cong-nghe-thong-tin/',
  topicMonth: '/tin-tuc/chuyen-muc/cong-nghe-thong-tin/2011/05/',
  documentsFront: '/van-ban/',
  documentsYear: '/van-ban/2011/',
  document: '/van-ban/2011/chi-thi-08-ct-ubnd/',
  expiredDocument: '/van-ban/2008/chi-thi-05-ct-ubnd/',
  agenciesFront: '/co-quan/',
  agency: '/co-quan/so-thong-tin-va-truyen-thong/',
  openData: '/du-lieu-mo/',
  auditLog: '/du-lieu-mo/nhat-ky/',
  auditLogYear: '/du-lieu-mo/nhat-ky/2011/',
  search: '/tim-kiem/?q=cntt',
  searchEmpty: '/tim-kiem/',
  searchNothing: '/tim-kiem/?q=khongcogidau&loai=van-ban',
  notFound: '/404.html',
} as const

export const goneAddress: ClosedAddress = {
  status: 410,
  path: '/tin-tuc/danh-sach-ho-ngheo/',
  title: 'Danh sách hộ nghèo năm 2011',
  note: 'Bài có dữ liệu cá nhân nên đã được gỡ.',
  at: '2011-06-01T03:00:00.000Z',
}

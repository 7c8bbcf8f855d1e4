/** Above the list of the audit: takes the events of some days out as a table. */
export function ExportAudit() {
  return (
    <form className="audit-export" method="get" action="/api/audit-events/export">
      <label>
        Từ ngày
        <input type="date" name="from" />
      </label>
      <label>
        Đến ngày
        <input type="date" name="to" />
      </label>
      <button type="submit" className="portal-button">
        Xuất CSV
      </button>
      <p>Tối đa một năm mỗi lần; để trống thì lấy hôm nay. Lần xuất cũng được ghi vào nhật ký.</p>
    </form>
  )
}

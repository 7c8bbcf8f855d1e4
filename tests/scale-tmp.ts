import { article, committee, topic, directive, openProvince, corrected } from '/work/main/tests/support/publication-fixture.ts'
const N = Number(process.argv[2])
const p = await openProvince()
const c = committee(), t = topic()
for (const x of [c,t]) p.truths.set(x.ref,x)
for (let i=0;i<N;i++){const a=article('cu-'+i,{aboutDocuments: i%10===0?['documents/d'+(i%1000)]:[]},new Date(Date.UTC(2015,i%130,1+(i%28),3)).toISOString());p.truths.set(a.ref,a)}
for (let i=0;i<N/5;i++){const a=directive('d'+i,{number:i+'/CT-UBND',issuedOn:`${2010+i%15}-05-11`});p.truths.set(a.ref,a)}
let s=performance.now()
console.log(await p.publisher.rebuild(p.source)); console.log('rebuild s',(performance.now()-s)/1000, process.memoryUsage().rss/1e6)
s=performance.now(); let r=await p.publish(article('moi',{},'2025-06-15T03:00:00.000Z')); console.log('publish ms',performance.now()-s,r.written,r.knockOn)
for(let i=0;i<5;i++){s=performance.now(); r=await p.publish(article('moi'+i,{},'2025-06-15T03:00:00.000Z')); console.log('publish ms',performance.now()-s,r.written,r.knockOn)}
s=performance.now(); r=await p.publish(corrected(c,{name:'Ủy ban nhân dân thành phố'})); console.log('agency rename ms',performance.now()-s,r.written,r.knockOn)
s=performance.now(); console.log('turnDay', await p.publisher.turnDay('2030-01-01'), performance.now()-s)
s=performance.now(); await p.rest(); console.log('rest s',(performance.now()-s)/1000)
s=performance.now(); const v=await p.publisher.verify(p.source,{repair:false}); console.log('verify s',(performance.now()-s)/1000, v.problems.length, v.items, v.routes, v.problems.slice(0,3))
await p.close()

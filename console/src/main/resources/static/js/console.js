/* What pages do beside htmx: countdowns, the clock, the theme, marks for what is new, charts. No script stands in a page. */
'use strict';

(() => {
  const said = document.body.dataset;
  const csrf = document.querySelector('meta[name=csrf]');

  document.body.addEventListener('htmx:configRequest', event => {
    if (csrf) event.detail.headers[csrf.dataset.header] = csrf.content;
    /* Bounds that are not set do not stand in the address. */
    if (event.target.id === 'filters') {
      for (const name of Object.keys(event.detail.parameters)) {
        if (event.detail.parameters[name] === '') delete event.detail.parameters[name];
      }
    }
  });

  /* Countdowns: "in 1 h 20 min", "late by 2 d". */
  function span(ms) {
    const minutes = Math.floor(Math.abs(ms) / 60000);
    const days = Math.floor(minutes / 1440);
    const hours = Math.floor(minutes % 1440 / 60);
    if (days > 0) return `${days} ${said.day} ${hours} ${said.hour}`;
    if (hours > 0) return `${hours} ${said.hour} ${minutes % 60} ${said.minute}`;
    return `${minutes} ${said.minute}`;
  }

  function tick() {
    const now = Date.now();
    for (const due of document.querySelectorAll('time.due')) {
      const left = Date.parse(due.dateTime) - now;
      due.textContent = `${left < 0 ? said.late : said.left} ${span(left)}`;
      due.classList.toggle('over', left < 0);
      due.classList.toggle('soon', left >= 0 && left < 3600000);
    }
    const clock = document.getElementById('clock');
    if (clock) {
      clock.textContent = new Intl.DateTimeFormat('sv-SE', {
        timeZone: said.zone, dateStyle: 'short', timeStyle: 'medium'
      }).format(now);
    }
  }

  /* Whether the stream is there. */
  function link(isOn) {
    const state = document.getElementById('link-state');
    if (!state) return;
    state.className = 'link-state ' + (isOn ? 'on' : 'off');
    state.textContent = isOn ? state.dataset.on : state.dataset.off;
  }
  document.body.addEventListener('htmx:sseOpen', () => link(true));
  for (const name of ['htmx:sseError', 'htmx:sseClose']) {
    document.body.addEventListener(name, () => link(false));
  }

  /* Nobody's half-written remark is swept away by news. */
  document.body.addEventListener('input', event => {
    const steps = event.target.closest('#steps');
    if (steps) steps.dataset.touched = 'yes';
  });

  document.body.addEventListener('htmx:beforeRequest', event => {
    const cause = event.detail.requestConfig.triggeringEvent;
    const page = event.target.closest('[data-alert]');
    if (!page || !cause || !cause.type.startsWith('sse:')) return;
    /* The page of one alert listens to its own changes only. */
    if (cause.type === 'sse:alerts' && !String(cause.detail.data).includes(page.dataset.alert)) {
      event.preventDefault();
    } else if (event.target.id === 'steps' && event.target.dataset.touched) {
      event.preventDefault();
      event.target.querySelector('.stale').hidden = false;
    }
  });

  /* Rows that are new, or have a new revision, are marked for a moment. */
  let known = null;
  function markNews() {
    const rows = new Map();
    for (const row of document.querySelectorAll('tr[data-revision]')) {
      rows.set(row.id, row.dataset.revision);
      if (known && known.get(row.id) !== row.dataset.revision) row.classList.add('fresh');
    }
    known = rows;
  }

  /* What each indicator adds, as steps that lead up to the score. */
  function draw(box) {
    if (typeof echarts === 'undefined') return;
    const rows = [...box.parentElement.querySelectorAll('tr[data-now]')]
      .map(row => ({name: row.dataset.name, value: Number(row.dataset.now)}))
      .filter(part => part.value !== 0);
    if (rows.length === 0) {
      box.hidden = true;
      return;
    }
    const style = getComputedStyle(document.documentElement);
    const colour = name => style.getPropertyValue(name).trim();
    let sum = 0;
    const bars = rows.map(part => {
      const from = sum;
      sum += part.value;
      return {name: part.name, from: Math.min(from, sum), value: part.value};
    });
    bars.push({name: box.dataset.sum, from: 0, value: Number(box.dataset.total), isTotal: true});
    box.style.height = `${bars.length * 30 + 16}px`;
    const chart = echarts.getInstanceByDom(box) || echarts.init(box);
    chart.setOption({
      animation: false,
      textStyle: {fontFamily: getComputedStyle(document.body).fontFamily},
      grid: {left: 4, right: 48, top: 4, bottom: 4, containLabel: true},
      xAxis: {type: 'value', show: false, min: 0, axisLabel: {show: false}},
      yAxis: {type: 'category', inverse: true, data: bars.map(bar => bar.name), axisTick: {show: false},
        axisLine: {lineStyle: {color: colour('--line')}},
        axisLabel: {color: colour('--ink'), width: 240, overflow: 'truncate', fontSize: 12}},
      series: [
        {type: 'bar', stack: 'all', silent: true, itemStyle: {color: 'transparent'}, data: bars.map(bar => bar.from)},
        {type: 'bar', stack: 'all', barWidth: 18, data: bars.map(bar => ({
          value: Math.abs(bar.value),
          itemStyle: {color: colour(bar.isTotal ? '--total' : bar.value < 0 ? '--good' : '--part'), borderRadius: 2},
          label: {show: true, position: 'right', color: colour('--ink'), fontWeight: bar.isTotal ? 'bold' : 'normal',
            formatter: bar.isTotal || bar.value < 0 ? String(bar.value) : `+${bar.value}`}
        }))}
      ]
    });
  }
  const drawAll = () => document.querySelectorAll('.chart').forEach(draw);
  window.addEventListener('resize', () => document.querySelectorAll('.chart').forEach(box => {
    const chart = typeof echarts === 'undefined' ? null : echarts.getInstanceByDom(box);
    if (chart) chart.resize();
  }));

  /* An answer that was on its way when news came may be older than the rest of the page. */
  function keepTogether() {
    const live = document.querySelector('[data-alert] #live');
    const steps = document.getElementById('steps');
    if (!live || !steps || steps.dataset.touched) return;
    const behind = Number(live.dataset.revision) - Number(steps.dataset.revision);
    if (behind !== 0) htmx.trigger(behind > 0 ? steps : live, 'sse:reset');
  }

  document.body.addEventListener('htmx:afterSettle', () => {
    keepTogether();
    markNews();
    tick();
    drawAll();
  });

  /* Light, dark, or as the machine says. */
  const theme = document.getElementById('theme');
  if (theme) {
    theme.addEventListener('click', () => {
      const root = document.documentElement;
      const isDark = root.dataset.theme === 'dark'
        || root.dataset.theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches;
      root.dataset.theme = isDark ? 'light' : 'dark';
      document.cookie = `forewarn-theme=${root.dataset.theme};path=/;max-age=34560000;samesite=lax`;
      drawAll();
    });
  }

  /* The other language keeps the rest of the address. */
  for (const other of document.querySelectorAll('a[data-lang]')) {
    other.addEventListener('click', () => {
      const address = new URL(location.href);
      address.searchParams.set('lang', other.dataset.lang);
      other.href = address.pathname + address.search;
    });
  }

  tick();
  setInterval(tick, 1000);
  markNews();
  drawAll();
})();

/* Charts of the pages: what stands in data-plot, drawn. Every chart has a table of the same numbers beside it. */
'use strict';

(() => {
  const style = () => getComputedStyle(document.documentElement);
  const colour = name => style().getPropertyValue(`--${name}`).trim();
  const FORMS = ['solid', 'dashed', 'dotted'];
  /* Told apart by form as well as by colour: lines by their symbols, areas by their hatching. */
  const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin', 'arrow'];
  const LINES = ['accent', 'orange', 'good', 'red', 'muted', 'yellow', 'part'];
  const DECALS = {
    red: {symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: 0.7},
    orange: {symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1, 5], rotation: -0.7},
    yellow: {symbol: 'circle', dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [5, 0], symbolSize: 0.5}
  };

  function base(box) {
    return {
      animation: false,
      textStyle: {fontFamily: getComputedStyle(document.body).fontFamily, color: colour('ink')},
      legend: {top: 0, left: 0, itemWidth: 14, itemHeight: 10, textStyle: {color: colour('ink')}},
      grid: {left: 12, right: 26, top: 34, bottom: 4, containLabel: true},
      tooltip: {trigger: 'axis', renderMode: 'richText', confine: true, backgroundColor: colour('sheet'),
        borderColor: colour('line'), textStyle: {color: colour('ink'), fontSize: 12}}
    };
  }

  const axis = more => Object.assign({
    axisLine: {lineStyle: {color: colour('line')}},
    axisTick: {show: false},
    axisLabel: {color: colour('muted'), fontSize: 11, hideOverlap: true},
    splitLine: {lineStyle: {color: colour('line'), opacity: 0.6}}
  }, more);

  function bars(said, box) {
    const isFlat = box.dataset.flat !== undefined;
    const sums = said.categories.map((_, at) => said.series.reduce((sum, one) => sum + one.values[at], 0));
    const share = (value, at) => sums[at] === 0 ? 0 : Math.round(value / sums[at] * 1000) / 10;
    const shown = said.series.filter(one => one.values.some(value => value > 0));
    const category = axis({type: 'category', data: said.categories});
    const value = axis({type: 'value', max: said.share ? 100 : undefined, minInterval: 1,
      axisLabel: {color: colour('muted'), fontSize: 11, formatter: said.share ? '{value} %' : '{value}'}});
    const option = base(box);
    option.tooltip.axisPointer = {type: 'shadow'};
    if (said.share) {
      option.tooltip.formatter = parts => [parts[0].name, ...parts.map(part =>
        `${part.seriesName}  ${said.series.find(one => one.name === part.seriesName).values[part.dataIndex]}  (${part.value} %)`)].join('\n');
    }
    if (isFlat) category.inverse = true;
    option.xAxis = isFlat ? value : category;
    option.yAxis = isFlat ? category : value;
    option.series = shown.map(one => ({
      name: one.name, type: 'bar', stack: 'all', barMaxWidth: isFlat ? 22 : said.share ? 72 : 30,
      data: one.values.map((value, at) => said.share ? share(value, at) : value),
      itemStyle: {color: colour(one.tone), borderColor: colour('sheet'), borderWidth: 0.5,
        decal: DECALS[one.tone] ? Object.assign({color: 'rgba(255,255,255,.35)'}, DECALS[one.tone]) : undefined},
      label: {show: said.share, fontSize: 11, color: colour(`${one.tone}-ink`) || '#fff',
        formatter: part => part.value >= (isFlat ? 6 : 8) ? `${one.name} ${Math.round(part.value)}%` : ''}
    }));
    if (isFlat) box.style.height = `${said.categories.length * 34 + 60}px`;
    return option;
  }

  function lines(said, box) {
    const option = base(box);
    option.xAxis = axis({type: 'time', splitLine: {show: false}});
    option.grid.top = 54;
    option.yAxis = axis({type: 'value', min: 0, max: top => Math.max(10, Math.ceil(top.max / 10) * 10),
      axisLabel: {color: colour('muted'), fontSize: 11, formatter: '{value} %'}});
    option.tooltip.formatter = parts => [parts[0].value[0], ...parts.map(part => `${part.seriesName}  ${part.value[2]}`)].join('\n');
    option.series = [];
    said.lines.forEach((line, at) => {
      const of = {
        name: line.name, type: 'line', step: 'end', symbol: SYMBOLS[at % SYMBOLS.length], symbolSize: 7,
        color: colour(LINES[at % LINES.length]), lineStyle: {width: 2}
      };
      const values = points => points.map(point => [point.day, point.value, point.said]);
      option.series.push(Object.assign({}, of, {data: values(line.points)}));
      if (line.ahead.length > 1) {
        option.series.push(Object.assign({}, of, {data: values(line.ahead), lineStyle: {width: 2, type: FORMS[1]}}));
      }
    });
    if (option.series.length > 0) {
      option.series[0].markLine = {symbol: 'none', silent: true, lineStyle: {color: colour('muted'), type: 'solid', width: 1},
        label: {formatter: said.now, color: colour('muted'), position: 'end', rotate: 0}, data: [{xAxis: said.today}]};
    }
    return option;
  }

  function draw(box) {
    if (typeof echarts === 'undefined') return;
    const said = JSON.parse(box.dataset.plot);
    const option = said.lines ? lines(said, box) : bars(said, box);
    const chart = echarts.getInstanceByDom(box) || echarts.init(box);
    chart.resize();
    chart.setOption(option, true);
  }

  const all = () => document.querySelectorAll('[data-plot]').forEach(draw);
  all();
  document.body.addEventListener('htmx:afterSettle', all);
  const theme = document.getElementById('theme');
  if (theme) theme.addEventListener('click', () => setTimeout(all));
  window.addEventListener('resize', all);
})();

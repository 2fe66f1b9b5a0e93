// What of ECharts is drawn with: a bundler leaves everything else out.
import * as core from 'echarts/core';
import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { GridComponent, LegendPlainComponent, TitleComponent } from 'echarts/components';
import { SVGRenderer } from 'echarts/renderers';

core.use([BarChart, LineChart, PieChart, GridComponent, LegendPlainComponent, TitleComponent, SVGRenderer]);
globalThis.echarts = core;

// What of ECharts is drawn with: a bundler leaves everything else out.
import * as core from 'echarts/core';
import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendPlainComponent, MarkLineComponent, TitleComponent } from 'echarts/components';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';

core.use([
  BarChart, LineChart, PieChart,
  AriaComponent, GridComponent, LegendPlainComponent, MarkLineComponent, TitleComponent,
  LabelLayout, SVGRenderer,
]);
globalThis.echarts = core;

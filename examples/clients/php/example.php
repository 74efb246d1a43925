<?php
declare(strict_types=1);

// What a family receives, asked over lines and, where JAMSOS_URL names a service, over HTTP.

require_once __DIR__ . '/Jamsos.php';

const DEATH = [
    'question' => 'death_benefit',
    'worker' => ['kind' => 'independent', 'income' => 900000],
    'participation' => [[
        'number_issued' => '2026-08-10',
        'payments' => [
            ['month' => '2026-08', 'on' => '2026-08-10'],
            ['month' => '2026-09', 'on' => '2026-09-10'],
        ],
    ]],
    'died_on' => '2026-10-01',
    'cause' => 'work_accident',
    'accident_on' => '2026-10-01',
];

function show(string $way, Jamsos $door): void
{
    $answer = $door->ask(DEATH);
    echo "$way: {$answer['total_id']}\n";  // Rp70.000.000
    try {
        // An empty array would become [] in JSON; where an object is meant, say so.
        $door->ask(['question' => 'premium', 'worker' => new stdClass(), 'month' => '2026-13']);
    } catch (NotAnswered $refused) {
        echo "$way: {$refused->getMessage()}\n";
    }
}

$lines = new JamsosLines();
show('lines', $lines);
$lines->close();

$base = getenv('JAMSOS_URL');
if ($base !== false) {
    $key = getenv('JAMSOS_API_KEY');
    $http = new JamsosHttp($base, $key === false ? null : $key);
    show('http', $http);
    $totals = array_column($http->batch([DEATH, DEATH, DEATH]), 'total');
    echo 'batch: [', implode(', ', $totals), "]\n";
}

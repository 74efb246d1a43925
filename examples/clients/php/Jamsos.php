<?php
declare(strict_types=1);

require_once __DIR__ . '/JamsosTypes.php';

/** Why a question was not answered: the place, what is allowed, and the next step. */
final class NotAnswered extends RuntimeException
{
    /** @param array<string, mixed> $reply */
    public function __construct(public readonly array $reply)
    {
        parent::__construct(($reply['thing'] ?? '') . ': ' . ($reply['next_step'] ?? $reply['error']));
    }
}

/**
 * What both ways to jamsos share. PHP alone is needed, no extension.
 *
 * @phpstan-import-type Question from JamsosTypes
 * @phpstan-import-type AnswerReply from JamsosTypes
 */
abstract class Jamsos
{
    /**
     * @param Question $question
     * @return AnswerReply
     */
    abstract public function ask(array $question): array;

    /** @param array<string, mixed> $question */
    protected static function written(array $question): string
    {
        return json_encode($question, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE);
    }

    /** @return AnswerReply */
    protected static function answerOf(string $reply): array
    {
        $read = json_decode($reply, true, 512, JSON_THROW_ON_ERROR);
        if (isset($read['error'])) {
            throw new NotAnswered($read);
        }
        return $read;
    }
}

/** One process for many questions; a question a line, a reply a line. */
final class JamsosLines extends Jamsos
{
    /** @var resource */
    private $process;
    /** @var array<int, resource> */
    private array $pipes = [];

    /** @param list<string> $command */
    public function __construct(array $command = ['jamsos', 'answer'])
    {
        // Under a web server there is no STDERR constant: its errors go where those of PHP go.
        $errors = ['file', 'php://stderr', 'w'];
        $process = proc_open($command, [['pipe', 'r'], ['pipe', 'w'], $errors], $this->pipes);
        if ($process === false) {
            throw new RuntimeException('jamsos could not be started');
        }
        $this->process = $process;
    }

    public function ask(array $question): array
    {
        fwrite($this->pipes[0], self::written($question) . "\n");
        fflush($this->pipes[0]);
        $reply = fgets($this->pipes[1]);
        if ($reply === false) {
            throw new RuntimeException('jamsos gave no reply');
        }
        return self::answerOf($reply);
    }

    public function close(): void
    {
        fclose($this->pipes[0]);
        fclose($this->pipes[1]);
        proc_close($this->process);
    }
}

/** A service that was started with "jamsos serve". */
final class JamsosHttp extends Jamsos
{
    public function __construct(private readonly string $base, private readonly ?string $key = null)
    {
    }

    public function ask(array $question): array
    {
        $path = '/v1/questions/' . $question['question'];
        return self::answerOf($this->sent($path, 'application/json', self::written($question)));
    }

    /**
     * Ask some hundreds of questions at once; a bad one has an error object as its reply.
     *
     * @param list<array<string, mixed>> $questions
     * @return list<array<string, mixed>>
     */
    public function batch(array $questions): array
    {
        $lines = implode("\n", array_map(self::written(...), $questions));
        $replies = explode("\n", rtrim($this->sent('/v1/lines', 'application/jsonl', $lines)));
        return array_map(
            static fn (string $reply): array => json_decode($reply, true, 512, JSON_THROW_ON_ERROR),
            $replies,
        );
    }

    private function sent(string $path, string $kind, string $body): string
    {
        $headers = ["Content-Type: $kind"];
        if ($this->key !== null) {
            $headers[] = "Authorization: Bearer $this->key";
        }
        // A problem says what was wrong, in the same words as the lines do: so its body is read too.
        $http = ['method' => 'POST', 'header' => $headers, 'content' => $body,
                 'ignore_errors' => true, 'timeout' => 30, 'protocol_version' => '1.1'];
        $reply = file_get_contents(rtrim($this->base, '/') . $path, false, stream_context_create(['http' => $http]));
        if ($reply === false) {
            throw new RuntimeException('the service gave no reply');
        }
        return $reply;
    }
}
